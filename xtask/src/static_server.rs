//! A small static server for this machine alone.
//!
//! Each connection has a thread of its own and carries one request: a browser that opens connections ahead of time, or
//! reads one file slowly, holds no other file up.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};

/// Ports are tried upwards from here.
const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8179;
/// No browser's request is longer, in bytes.
const LONGEST_REQUEST: u64 = 65_536;
/// How long a connection may stay silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that listens and does not answer yet.
pub struct Server {
    listener: TcpListener,
    port: u16,
}

impl Server {
    /// Takes the first free port.
    pub fn listen() -> Result<Self> {
        let mut refused = anyhow!("no port was tried");
        for port in FIRST_PORT..=LAST_PORT {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                Ok(listener) => return Ok(Self { listener, port }),
                Err(error) => refused = error.into(),
            }
        }
        Err(refused)
            .with_context(|| format!("none of the ports {FIRST_PORT} to {LAST_PORT} is free"))
    }

    /// Where the site is.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves a folder until the program ends.
    pub fn answer_all(&self, folder: &Path) {
        let folder: Arc<Path> = Arc::from(folder);
        for stream in self.listener.incoming().flatten() {
            let folder = Arc::clone(&folder);
            // A visitor who goes away is no fault of the server.
            thread::spawn(move || drop(answer(&stream, &folder)));
        }
    }
}

/// Serves a folder from a thread of its own, and gives its address.
pub fn in_background(folder: PathBuf) -> Result<String> {
    let server = Server::listen()?;
    let address = server.address();
    thread::spawn(move || server.answer_all(&folder));
    Ok(address)
}

fn answer(stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The headers say nothing that matters here, but have to be read before the connection is closed.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, url) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    if !matches!(method, "GET" | "HEAD") {
        return refuse(stream, "405 Method Not Allowed");
    }
    let file = file_for(url, folder);
    let Some((file, bytes)) = file.and_then(|file| fs::read(&file).ok().map(|bytes| (file, bytes)))
    else {
        return refuse(stream, "404 Not Found");
    };
    let body = if method == "HEAD" {
        &[]
    } else {
        bytes.as_slice()
    };
    send(stream, "200 OK", media_type(&file), bytes.len(), body)
}

fn refuse(stream: &TcpStream, status: &str) -> io::Result<()> {
    send(
        stream,
        status,
        "text/plain; charset=utf-8",
        status.len(),
        status.as_bytes(),
    )
}

/// A build may change a file behind an open page, so nothing may be kept without asking.
fn send(
    mut stream: &TcpStream,
    status: &str,
    media_type: &str,
    length: usize,
    body: &[u8],
) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)
}

/// The file that a request asks for; none if its path would leave the folder.
fn file_for(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decoded(path.trim_start_matches('/'))?;
    let inside = Path::new(&path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(&path);
    match inside {
        true if file.is_dir() => Some(file.join("index.html")),
        true => Some(file),
        false => None,
    }
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut pieces = path.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(piece.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::{Path, PathBuf};

    use super::{file_for, in_background, media_type};

    fn asked(url: &str) -> Option<PathBuf> {
        file_for(url, Path::new("site"))
    }

    #[test]
    fn a_request_stays_in_the_folder() {
        assert_eq!(
            asked("/a/b.css?v=1#top"),
            Some(PathBuf::from("site/a/b.css"))
        );
        assert_eq!(asked("/a%20b.txt"), Some(PathBuf::from("site/a b.txt")));
        for outside in [
            "/../secret",
            "/a/../../secret",
            "/%2e%2e/secret",
            "/%2E%2E%2Fsecret",
            "/%ff",
            "/%4",
        ] {
            assert_eq!(asked(outside), None, "{outside}");
        }
    }

    #[test]
    fn wasm_is_served_as_browsers_ask_for_it() {
        assert_eq!(media_type(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(
            media_type(Path::new("boot.js")),
            "text/javascript; charset=utf-8"
        );
    }

    #[test]
    fn a_folder_is_served_and_what_is_not_there_is_not() -> anyhow::Result<()> {
        let address = in_background(PathBuf::from(env!("CARGO_MANIFEST_DIR")))?;
        let ask = |request: &str| -> anyhow::Result<String> {
            let mut stream =
                TcpStream::connect(address.trim_start_matches("http://").trim_end_matches('/'))?;
            write!(
                stream,
                "{request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            )?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok(answer)
        };
        assert!(ask("GET /Cargo.toml")?.contains("name = \"xtask\""));
        assert!(ask("GET /none.txt")?.starts_with("HTTP/1.1 404"));
        assert!(ask("GET /../Cargo.lock")?.starts_with("HTTP/1.1 404"));
        assert!(ask("POST /Cargo.toml")?.starts_with("HTTP/1.1 405"));
        Ok(())
    }
}
