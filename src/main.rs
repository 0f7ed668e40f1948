//! Mounts the page in a browser, or runs the command line; nothing else.

fn main() {}
