//! The glue that wasm-bindgen writes, turned from a module into an expression, so that one script can hold it.

use anyhow::{Result, ensure};

const LAST: &str = "export { initSync, __wbg_init as default };";

/// The glue as `const glue = ...;`, an object with the module's exports; `default` starts the WebAssembly.
///
/// # Errors
/// If the text is not as wasm-bindgen's target `web` writes it, or could not stand in a script element.
pub fn as_constant(module: &str) -> Result<String> {
    ensure!(
        !module.lines().any(|line| line.starts_with("import ")),
        "the glue imports another file"
    );
    ensure!(
        !module.contains("</script") && !module.contains("<!--"),
        "the glue holds what would end a script element"
    );
    let mut names = Vec::new();
    let mut lines = Vec::new();
    let mut ended = false;
    for line in module.lines() {
        if line == LAST {
            ended = true;
        } else if let Some(item) = line.strip_prefix("export ") {
            names.push(name_of(item)?);
            lines.push(item);
        } else {
            lines.push(line);
        }
    }
    ensure!(ended, "the glue does not end with: {LAST}");
    names.insert(0, "default: __wbg_init");
    Ok(format!(
        "const glue = (() => {{\n{}\nreturn {{ {} }};\n}})();\n",
        lines.join("\n"),
        names.join(", ")
    ))
}

/// The name in `function name(...` or `class Name {`.
fn name_of(item: &str) -> Result<&str> {
    let rest = ["function ", "class "]
        .iter()
        .find_map(|kind| item.strip_prefix(kind));
    let name = rest.and_then(|rest| {
        rest.split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
    });
    match name.filter(|name| !name.is_empty()) {
        Some(name) => Ok(name),
        None => anyhow::bail!("the glue exports something else than a function or a class: {item}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{LAST, as_constant};

    #[test]
    fn exports_become_the_keys_of_an_object() -> anyhow::Result<()> {
        let module =
            format!("export class A {{\n}}\nexport function b_c(x) {{\n}}\nlet d;\n{LAST}\n");
        let text = as_constant(&module)?;
        assert_eq!(
            text,
            "const glue = (() => {\nclass A {\n}\nfunction b_c(x) {\n}\nlet d;\n\
             return { default: __wbg_init, A, b_c };\n})();\n"
        );
        Ok(())
    }

    #[test]
    fn what_cannot_be_turned_is_refused() {
        for module in [
            "let a;".to_owned(),
            format!("import * as a from './a.js';\n{LAST}"),
            format!("export const a = 1;\n{LAST}"),
            format!("const a = '</script>';\n{LAST}"),
        ] {
            assert!(as_constant(&module).is_err(), "{module}");
        }
    }
}
