//! A small static server on this machine alone: enough to look at the built site and to test it.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{build, places};

/// Ports are tried upwards from here.
const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8179;
/// A browser asks on six connections at a time.
const THREADS: usize = 8;

/// What to do with the visitor's browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    LeaveClosed,
    Open,
}

/// Builds if something changed, then serves dist/ until the program is stopped.
pub fn serve(browser: Browser) -> Result<()> {
    build::build()?;
    let (server, address) = listen()?;
    println!("Serving dist/ on {address}  (Ctrl+C stops it)");
    if browser == Browser::Open
        && let Err(error) = open::that(&address)
    {
        eprintln!("No browser could be opened ({error}); the address is {address}");
    }
    answer_all(&server, &places::dist());
    Ok(())
}

/// Serves a folder from a thread of its own, and gives its address.
pub fn in_background(folder: PathBuf) -> Result<String> {
    let (server, address) = listen()?;
    thread::spawn(move || answer_all(&server, &folder));
    Ok(address)
}

fn listen() -> Result<(Server, String)> {
    let mut refused = None;
    for port in FIRST_PORT..=LAST_PORT {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok((server, format!("http://127.0.0.1:{port}/"))),
            Err(error) => refused = Some(error),
        }
    }
    let reason = refused.map_or_else(|| anyhow!("no port"), |error| anyhow!("{error}"));
    Err(reason).with_context(|| format!("none of the ports {FIRST_PORT} to {LAST_PORT} is free"))
}

/// Answers on several threads, so that a file that is read slowly holds no other up.
fn answer_all(server: &Server, folder: &Path) {
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    // A visitor who went away is no fault of the server.
                    let _ = answer(request, folder);
                }
            });
        }
    });
}

fn answer(request: Request, folder: &Path) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Ok(request.respond(Response::from_string("only GET").with_status_code(405))?);
    }
    let file = file_for(request.url(), folder);
    let found = file.and_then(|file| fs::read(&file).ok().map(|bytes| (file, bytes)));
    let Some((file, bytes)) = found else {
        return Ok(request.respond(Response::from_string("not found").with_status_code(404))?);
    };
    let mut response = Response::from_data(bytes);
    for (name, value) in [
        ("Content-Type", media_type(&file)),
        // A build may change a file behind an open page.
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
    ] {
        response
            .add_header(Header::from_bytes(name, value).map_err(|()| anyhow!("header {name}"))?);
    }
    Ok(request.respond(response)?)
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
