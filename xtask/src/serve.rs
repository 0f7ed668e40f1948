//! `cargo xtask serve`: the built site on this machine, for whoever wants to look at it.

use anyhow::Result;

use crate::static_server::Server;
use crate::{build, places};

/// What to do with the visitor's browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    LeaveClosed,
    Open,
}

/// Builds if something changed, then serves dist/ until the program is stopped.
pub fn serve(browser: Browser) -> Result<()> {
    build::build()?;
    let server = Server::listen()?;
    let address = server.address();
    println!("Serving dist/ on {address}  (Ctrl+C stops it)");
    if browser == Browser::Open
        && let Err(error) = open::that(&address)
    {
        eprintln!("No browser could be opened ({error}); the address is {address}");
    }
    server.answer_all(&places::dist());
    Ok(())
}
