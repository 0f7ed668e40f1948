// On a host that allows no code of others in its own page: puts the comparison into a frame behind this script.
//
//   <script src="https://.../embed/loader.js" data-theme="auto" data-articles="#reports" async></script>
//
// The frame is as high as what it shows. Messages go to its origin alone, and are taken from its window and origin alone;
// frame.js has the other end. docs/embedding.md lists the attributes.
(() => {
  const SOURCE = "casualty-compare";
  const VERSION = 1;
  /** No page is higher, in CSS pixels: browsers draw no further. */
  const HIGHEST = 1_000_000;

  const script = document.currentScript;
  const page = new URL("frame.html", script.src);
  const settings = new URLSearchParams({ host: location.origin });
  for (const name of ["theme", "readonly", "show", "locale", "changes"]) {
    if (name in script.dataset) {
      settings.set(name, script.dataset[name]);
    }
  }
  page.hash = settings;

  const frame = document.createElement("iframe");
  frame.src = page.href;
  frame.title = script.dataset.title ?? "Casualty figures from several articles, side by side";
  // So that the frame can check who is around it; it is told nothing else.
  frame.referrerPolicy = "origin";
  // It runs its scripts and nothing else. On one's own site this would forbid nothing, and browsers warn of it.
  if (page.origin !== location.origin) {
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
  }
  Object.assign(frame.style, { display: "block", width: "100%", height: "600px", border: "0" });

  const tell = (type, rest) =>
    frame.contentWindow?.postMessage({ source: SOURCE, version: VERSION, type, ...rest }, page.origin);

  const heard = {
    ready() {
      const articles = articlesIn(script.dataset.articles);
      if (articles.length > 0) {
        tell("articles", { articles });
      }
    },
    height({ height }) {
      if (Number.isFinite(height) && height > 0 && height <= HIGHEST) {
        frame.style.height = `${height}px`;
      }
    },
    change({ comparison }) {
      emit("change", comparison);
    },
    error({ code, message }) {
      emit("error", { code, message });
    },
  };

  function emit(name, detail) {
    frame.dispatchEvent(new CustomEvent(`${SOURCE}:${name}`, { detail, bubbles: true }));
  }

  /** The articles that the host page itself shows, under what the selector names. */
  function articlesIn(selector) {
    const places = selector ? document.querySelectorAll(`:is(${selector}) article`) : [];
    return Array.from(places, ({ innerText, dataset: { title, outlet, date, url } }) => ({
      text: innerText,
      title,
      outlet,
      date,
      url,
    }));
  }

  window.addEventListener("message", ({ source, origin, data }) => {
    const ours = source !== null && source === frame.contentWindow && origin === page.origin;
    if (ours && data?.source === SOURCE && Object.hasOwn(heard, data.type)) {
      heard[data.type](data);
    }
  });
  script.after(frame);
})();
