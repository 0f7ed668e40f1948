// Starts the one-file page: unpacks the WebAssembly that the file itself holds, and says so in the page if that fails.
//
// The build puts this behind the glue, in the one script of casualty-compare.html; `glue` is what the glue gives.

function refuse(why) {
  const place = document.getElementById("not-started");
  place.textContent = `The page could not start: ${why}. Use a current version of Firefox, Chrome, Edge or Safari.`;
  place.removeAttribute("hidden");
}

function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "content-type": "application/wasm" } });
}

const packed = document.getElementById("packed");
if (typeof WebAssembly !== "object") {
  refuse("WebAssembly is missing in this browser, or switched off");
} else if (typeof DecompressionStream !== "function") {
  refuse("this browser is too old to unpack it (it has no DecompressionStream)");
} else {
  try {
    await glue.default({ module_or_path: unpacked(packed) });
    packed.remove();
  } catch (error) {
    refuse("the WebAssembly in this file is damaged, or is not allowed here");
    throw error;
  }
}
