// Inside the frame: shows the element as the address says, and talks with the page around it.
//
// A message is {source: "casualty-compare", version: 1, type, ...}. To the host go "ready" and "height", which hold no
// text, "error", and "change" with the comparison if the address asks for it (changes). From the host come "articles" and
// "settings". Both ways the other window and its origin are checked, and nothing is ever posted to "*". What is of no
// known type is left alone, so that an older or newer host understands what it can.

const SOURCE = "casualty-compare";
const VERSION = 1;
const ATTRIBUTES = ["theme", "readonly", "show", "locale"];

const element = document.querySelector("casualty-compare");
// Behind the #, so that no server sees it.
const address = new URLSearchParams(location.hash.slice(1));
const host = hostOrigin(address.get("host"));

/**
 * The origin of the page around this one, or null where it cannot be known: then there are no messages.
 *
 * The browser says it (ancestorOrigins, or the referrer); the address may say it too, and then both must agree.
 */
function hostOrigin(given) {
  if (window.parent === window) {
    return null;
  }
  const seen = location.ancestorOrigins?.[0] ?? originOf(document.referrer);
  const origin = seen ?? originOf(given);
  return origin === null || origin === "null" || (given !== null && originOf(given) !== origin) ? null : origin;
}

function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return null;
  }
}

function tell(type, rest) {
  if (host !== null) {
    window.parent.postMessage({ source: SOURCE, version: VERSION, type, ...rest }, host);
  }
}

/** Only a key that is there changes its attribute; false and null take it away. */
function apply(settings) {
  for (const name of ATTRIBUTES.filter((name) => Object.hasOwn(settings, name))) {
    const value = settings[name];
    if (value === false || value === null) {
      element.removeAttribute(name);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

const HEARD = {
  articles: ({ articles }) => {
    element.articles = articles;
  },
  settings: ({ settings }) => apply(Object(settings)),
};

window.addEventListener("message", ({ source, origin, data }) => {
  if (source !== window.parent || origin !== host || typeof data !== "object" || data?.source !== SOURCE) {
    return;
  }
  if (Object.hasOwn(HEARD, data.type)) {
    HEARD[data.type](data);
  }
});

element.addEventListener("casualty-compare:error", ({ detail }) => tell("error", detail));
if (address.has("changes")) {
  element.addEventListener("casualty-compare:change", ({ detail }) => tell("change", { comparison: detail }));
}
new ResizeObserver(() => tell("height", { height: Math.ceil(element.getBoundingClientRect().height) })).observe(element);
apply(Object.fromEntries(address));
tell("ready", {});
