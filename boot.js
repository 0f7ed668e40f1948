// Starts the page: loads the WebAssembly that index.html names, and says so in the page if that fails.
//
// It is a file because the page's policy allows no inline script. The names of the two files it loads hold
// hashes; the build writes them into attributes of the script element (Trunk.toml, pattern_script).

const { glue, wasm } = document.querySelector("script[data-wasm]").dataset;
const address = (name) => new URL(name, document.baseURI);

try {
  const { default: start } = await import(address(glue));
  await start({ module_or_path: address(wasm) });
} catch (error) {
  document.getElementById("not-started")?.removeAttribute("hidden");
  throw error;
}
