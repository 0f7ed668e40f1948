//! The one binary: in a browser it mounts the page, at a terminal it runs the command line; nothing else.

#[cfg(all(target_arch = "wasm32", feature = "app"))]
fn main() {
    casualty_compare::app::mount();
}

#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
fn main() -> std::process::ExitCode {
    casualty_compare::cli::main()
}

#[cfg(all(not(target_arch = "wasm32"), not(feature = "cli")))]
fn main() -> std::process::ExitCode {
    eprintln!(
        "This build has no command line. Build it with:\n  \
         cargo build --release --no-default-features --features cli\n\
         The page is built and served by:\n  cargo xtask serve"
    );
    std::process::ExitCode::from(2)
}

#[cfg(all(target_arch = "wasm32", not(feature = "app")))]
fn main() {}
