//! The one door to every chore of the project: reads the command, hands it to the file that does it.

mod bench;
mod browser;
mod build;
mod end_to_end;
mod fuzz;
mod jsonl;
mod node;
mod pack;
mod package_tests;
mod places;
mod prose;
mod release;
mod run;
mod seeds;
mod serve;
mod site;
mod size;
mod stamp;
mod static_server;
mod steps;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--open]      build the page if something changed, serve it on 127.0.0.1, print the address
  build               write the release site to dist/
  test [STEP...]      run every check, or those with one of STEP in their names
  test --list         name the checks
  bench [extract|hostile|compare|page]
                      measure the reader, its time on texts made to be slow, comparing, and the built page
  bench jsonl [BYTES] speed and memory of --jsonl on input up to BYTES long (1,000,000,000 unless told)
  records FILE COUNT  write COUNT made-up records as JSON Lines, one in twenty about casualties
  size                raw, gzip and brotli size of each file of dist/ against tests/size-budget.toml
  fuzz [TARGET] [SECONDS]
                      run the fuzz targets, 60 seconds each unless told (needs a nightly toolchain)
  seeds FOLDER        score the reader on the seed articles of FOLDER
  release-check [PART...]
                      builds (everything twice, and compares the bytes), links, licences, advisories
  tools               install what is missing and say where everything is

Tools are kept in CASUALTY_COMPARE_TOOLS, or else in the user's cache folder. The browser for the
tests is CASUALTY_COMPARE_BROWSER, or else a Chromium or Chrome found on this machine.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve::serve(serve::Browser::LeaveClosed),
        ["serve", "--open"] => serve::serve(serve::Browser::Open),
        ["build"] => build::build_and_report(),
        ["test", "--list"] => test::list(),
        ["test", names @ ..] => test::test(names),
        ["bench"] => bench::bench(&bench::Part::ALL),
        ["bench", "extract"] => bench::bench(&[bench::Part::Extract]),
        ["bench", "hostile"] => bench::bench(&[bench::Part::Hostile]),
        ["bench", "compare"] => bench::bench(&[bench::Part::Compare]),
        ["bench", "page"] => bench::bench(&[bench::Part::Page]),
        ["bench", "jsonl"] => jsonl::bench(None),
        ["bench", "jsonl", bytes] => jsonl::bench(Some(bytes.parse()?)),
        ["records", file, count] => jsonl::write_records(file.as_ref(), count.parse()?),
        ["size"] => size::check(),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["seeds", folder] => seeds::check(folder.as_ref()),
        ["release-check", names @ ..] => release::check(names),
        ["tools"] => tools::Tools::ready().map(|tools| tools.list()),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such command: {}\n\n{USAGE}", words.join(" ")),
    }
}
