//! Shrinks a WebAssembly together with its glue: the names between the two become as short as they can be, and what no
//! page calls goes.
//!
//! wasm-bindgen's names hold a hash each, which gzip cannot shorten, and stand in both files. Leptos brings classes for
//! streams that no page makes: as long as they are exported, their code stays.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::panics::silenced;
use super::sections::{EXPORTS, leb, number, rewritten, take};
use super::squeeze::squeezed;
use super::wasm;
use crate::run;
use crate::tools::Tools;

/// Classes of wasm-streams, which server functions of Leptos would use.
const UNUSED_CLASSES: [&str; 3] = [
    "IntoUnderlyingByteSource",
    "IntoUnderlyingSink",
    "IntoUnderlyingSource",
];

/// What wasm-opt calls every module.
const SHORT_MODULE: &str = "a";

/// The short names, as wasm-opt prints them.
#[derive(Deserialize)]
struct ShortNames {
    /// Module, name, short name.
    imports: Vec<[String; 3]>,
    /// Name, short name.
    exports: Vec<[String; 2]>,
}

/// What becomes of a program's panics.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Panics {
    /// Somebody is told of them, in words.
    Told,
    /// They end the program without a word.
    Silent,
}

/// Shrinks the WebAssembly in `file` and `script`, its glue, which is returned.
///
/// # Errors
/// If a tool fails, or if either is not as wasm-bindgen writes it.
pub fn shrink(tools: &Tools, file: &Path, script: &str, panics: Panics) -> Result<String> {
    let unread = || format!("cannot parse {}", file.display());
    let wasm = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut used = without_unused(&wasm).with_context(unread)?;
    if panics == Panics::Silent {
        used = silenced(&used).with_context(unread)?;
    }
    fs::write(file, used)?;
    wasm::small(tools, file)?;
    let mut shorten = tools.command("wasm-opt")?;
    shorten.arg("--minify-imports-and-exports-and-modules");
    let printed = run::keep(shorten.arg(file).arg("-o").arg(file))?;
    let names: ShortNames =
        serde_json::from_str(&printed).context("wasm-opt prints other names than expected")?;
    super::order::like_beside_like(tools, file)?;
    renamed(&without_unused_classes(&squeezed(script)), &names)
}

/// The module without the exports of unused classes. `None` if `wasm` is no module.
fn without_unused(wasm: &[u8]) -> Option<Vec<u8>> {
    rewritten(wasm, |section, content| match section {
        EXPORTS => used_exports(content),
        _ => Some(content.to_vec()),
    })
}

/// The section of exports without those of unused classes.
fn used_exports(mut exports: &[u8]) -> Option<Vec<u8>> {
    let unused = UNUSED_CLASSES.map(str::to_ascii_lowercase);
    let count = number(&mut exports)?;
    let (mut kept, mut bytes) = (0, Vec::new());
    for _ in 0..count {
        let start = exports;
        let length = number(&mut exports)?;
        let name = take(&mut exports, length)?;
        take(&mut exports, 1)?;
        number(&mut exports)?;
        let name = std::str::from_utf8(name).ok()?;
        let own = name.strip_prefix("__wbg_").unwrap_or(name);
        if !unused.iter().any(|class| own.starts_with(class.as_str())) {
            kept += 1;
            bytes.extend(start.get(..start.len() - exports.len())?);
        }
    }
    Some([leb(kept), bytes].concat())
}

/// A squeezed glue without the unused classes and what each sets up: a class up to its brace, a statement up to its
/// semicolon.
fn without_unused_classes(script: &str) -> String {
    let opens = |line: &str, class: &str| {
        [
            format!("export class {class} {{"),
            format!("if (Symbol.dispose) {class}."),
            format!("const {class}Finalization = "),
        ]
        .iter()
        .any(|start| line.starts_with(start))
    };
    let mut out = String::with_capacity(script.len());
    let mut depth = None;
    for line in script.lines() {
        if depth.is_none() && UNUSED_CLASSES.iter().any(|class| opens(line, class)) {
            depth = Some(0);
        }
        let Some(open) = depth else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let open = open + line.matches('{').count() - line.matches('}').count();
        let ends = open == 0 && line.ends_with(['}', ';']) && !line.starts_with('?');
        depth = (!ends).then_some(open);
    }
    out
}

/// A glue with the short names: those of imports wherever they stand, those of exports behind `wasm.`; imports that
/// nothing calls any more go.
fn renamed(script: &str, names: &ShortNames) -> Result<String> {
    let imports: HashMap<&str, &str> = (names.imports.iter())
        .map(|[_, name, short]| (name.as_str(), short.as_str()))
        .collect();
    let exports: HashMap<&str, &str> = (names.exports.iter())
        .map(|[name, short]| (name.as_str(), short.as_str()))
        .collect();
    let mut out = String::with_capacity(script.len());
    let mut open = 0;
    for line in script.lines() {
        let import = line.split_once(": function(").map(|(name, _)| name);
        if open > 0 || import.is_some_and(|name| !imports.contains_key(name)) {
            open = open + line.matches('{').count() - line.matches('}').count();
            continue;
        }
        let behind = |before: &str, word: &str| match before.ends_with("wasm.") {
            true => exports.get(word).copied(),
            false => imports.get(word).copied(),
        };
        out.push_str(&with_words(line, behind));
        out.push('\n');
    }
    let module = names.imports.first().map_or("", |[module, ..]| module);
    let long = format!("\"{module}\": import0");
    ensure!(out.contains(&long), "the glue does not hand over {module}");
    out = out.replace(&long, &format!("{SHORT_MODULE}: import0"));
    Ok(out)
}

/// A line with each word for which `other` has another one replaced; it is told what stands before the word.
fn with_words<'s>(line: &str, other: impl Fn(&str, &str) -> Option<&'s str>) -> String {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find(is_letter) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_letter(c)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        let found = other(&out, word);
        out.push_str(found.unwrap_or(word));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> ShortNames {
        let pair = |name: &str, short: &str| [name.to_owned(), short.to_owned()];
        ShortNames {
            imports: vec![["./m.js", "__wbg_now_1f", "b"].map(str::to_owned)],
            exports: vec![pair("memory", "c"), pair("__wbindgen_free", "d")],
        }
    }

    #[test]
    fn imports_and_exports_get_their_short_names() -> Result<()> {
        let script = "const import0 = {\n__wbg_now_1f: function() {\nreturn new View(wasm.memory.buffer);\n},\n\
                      __wbg_gone_2e: function() {\nif (a) {\nreturn 1;\n}\n},\n};\nreturn {\n\"./m.js\": import0,\n};\n\
                      const memory = wasm.__wbindgen_free(1);\n";
        let short = "const import0 = {\nb: function() {\nreturn new View(wasm.c.buffer);\n},\n};\nreturn {\n\
                     a: import0,\n};\nconst memory = wasm.d(1);\n";
        assert_eq!(renamed(script, &names())?, short);
        Ok(())
    }

    #[test]
    fn a_glue_of_another_module_is_refused() {
        assert!(renamed("const import0 = {\n};\n", &names()).is_err());
    }

    #[test]
    fn unused_classes_go_with_what_they_set_up() {
        let script = "export class IntoUnderlyingSink {\nfree() {\nlet a = {};\n}\n}\n\
                      if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = 1;\nlet kept = 1;\n\
                      const IntoUnderlyingSinkFinalization = (typeof F === 'undefined')\n\
                      ? { register: () => {} }\n: new F(ptr => wasm.free(ptr, 1));\nexport class Kept {\n}\n";
        let used = "let kept = 1;\nexport class Kept {\n}\n";
        assert_eq!(without_unused_classes(script), used);
    }

    #[test]
    fn unused_exports_go() {
        let export = |name: &str, index: u8| {
            [&[name.len() as u8][..], name.as_bytes(), &[0, index]].concat()
        };
        let section = |exports: &[Vec<u8>]| {
            let content = [vec![exports.len() as u8], exports.concat()].concat();
            [b"\0asm\x01\0\0\0\x07".to_vec(), leb(content.len()), content].concat()
        };
        let (kept, gone) = (export("main", 1), export("intounderlyingsink_close", 2));
        let freed = export("__wbg_intounderlyingsink_free", 3);
        assert_eq!(
            without_unused(&section(&[gone, kept.clone(), freed])),
            Some(section(&[kept]))
        );
        assert_eq!(without_unused(b"\0asm\x01\0\0\0\x07\x7f"), None);
    }
}
