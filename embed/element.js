// <casualty-compare>: the page as an element of any site. docs/embedding.md says how it is used.
//
// The build puts the glue of the WebAssembly in front (`glue`), and what it knows of the files: STYLES, the text of the
// stylesheet; WASM, the name of the WebAssembly beside this script, with its size in bytes and its digest; VERSION.
// All elements of a document share one instance. Outside its own shadow tree this script defines the element and
// touches nothing.

const NAME = "casualty-compare";
const PARTS = ["articles", "table", "chart", "findings"];
const THEMES = ["auto", "light", "dark"];
const TEXTS = ["title", "outlet", "date", "url"];
/** What a host can style with ::part, by the classes of the page. */
const STYLED = {
  articles: ".articles",
  comparison: ".comparison",
  findings: ".noticed",
  table: ".table-frame",
  chart: ".charts",
  evidence: ".evidence",
  footer: ".footer",
};

/** An error with a code that a host can act on. */
function fault(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}

// The least WebAssembly that there is: where the policy forbids it, this fails before anything is fetched.
const LEAST = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

function notFound(href, { status }) {
  return fault("wasm_not_found", `The reader is not at ${href}: the host answers ${status}.`);
}

/** Why a fetch failed, as far as a browser tells: one that checks the bytes fails for a missing file as well. */
async function unreached(href, origin, cause) {
  const head = await fetch(href, { method: "HEAD", credentials: "omit" }).catch(() => undefined);
  if (head?.ok === false) {
    return notFound(href, head);
  }
  if (head !== undefined) {
    return fault("wasm_changed", `What stands at ${href} is not the file that this script belongs to.`, cause);
  }
  const message = `The reader could not be fetched from ${origin}: there is no network, that host does not allow other sites to load it, or this site's connect-src does not name it.`;
  return fault("wasm_unreachable", message, cause);
}

async function load() {
  if (typeof WebAssembly !== "object") {
    throw fault("wasm_missing", "WebAssembly is missing in this browser, or switched off.");
  }
  try {
    new WebAssembly.Module(LEAST);
  } catch (cause) {
    const message = "The policy of this site forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'.";
    throw fault("wasm_forbidden", message, cause);
  }
  const { href, origin } = new URL(WASM.name, import.meta.url);
  let response;
  try {
    response = await fetch(href, { integrity: WASM.integrity, credentials: "omit" });
  } catch (cause) {
    throw await unreached(href, origin, cause);
  }
  if (!response.ok) {
    throw notFound(href, response);
  }
  // From its bytes, not from the stream: so no media type that a host gives the file matters.
  try {
    await glue.default({ module_or_path: await WebAssembly.compile(await response.arrayBuffer()) });
  } catch (cause) {
    throw fault("wasm_broken", `What stands at ${href} could not be started as WebAssembly.`, cause);
  }
}

let loading;
/** Loads the reader, once for all elements; after a failure the next one tries again. */
function reader() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Own properties alone: what a host put onto Object.prototype is no part of an article. */
function own(object, key) {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A host's articles as plain objects of strings. */
function articlesOf(value) {
  if (!Array.isArray(value)) {
    throw fault("not_an_array", "articles must be an array");
  }
  return Array.from(value, (article, index) => {
    if (typeof article !== "object" || article === null) {
      throw fault("not_an_article", `articles[${index}] must be an object`);
    }
    const text = own(article, "text");
    if (typeof text !== "string") {
      throw fault("not_an_article", `articles[${index}].text must be a string`);
    }
    const plain = { text, title: null, outlet: null, date: null, url: null };
    for (const key of TEXTS) {
      const given = own(article, key) ?? null;
      if (given !== null && typeof given !== "string") {
        throw fault("not_an_article", `articles[${index}].${key} must be a string`);
      }
      plain[key] = given;
    }
    return plain;
  });
}

/** The `<article>` children of an element. */
function articlesIn(element) {
  const children = Array.from(element.children).filter((child) => child.localName === "article");
  return children.map((child) => {
    const article = { text: glue.text_of(child) };
    for (const key of TEXTS) {
      article[key] = child.dataset[key] ?? null;
    }
    return article;
  });
}

function div(className) {
  const element = document.createElement("div");
  element.className = className;
  return element;
}

class CasualtyCompare extends HTMLElement {
  static observedAttributes = ["theme", "readonly", "show", "height", "locale"];

  #place = div("host");
  #lengths;
  /** Shows the children where the comparison cannot be shown. */
  #children = document.createElement("slot");
  #widget;
  /** Counts starts and stops, so that a start that was overtaken ends. */
  #turn = 0;
  /** The articles to show at the next start: given as a property, or kept from before the removal. */
  #kept;
  #watch = new MutationObserver(() => this.#readChildren());
  #naming = new MutationObserver(() => this.#nameParts());
  #telling = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    // The widget is English and runs from left to right, whatever stands around it.
    this.#place.lang = "en";
    this.#place.dir = "ltr";
    this.#dress();
    this.shadowRoot.append(this.#place);
    // Set before the element was defined.
    if (Object.hasOwn(this, "articles")) {
      const given = this.articles;
      delete this.articles;
      this.articles = given;
    }
  }

  /** The articles as they now stand, with what the visitor changed. */
  get articles() {
    return this.#widget?.articles() ?? this.#kept ?? [];
  }

  set articles(value) {
    this.#try(() => this.#put(articlesOf(value)));
  }

  /** The comparison as a plain object, or null before the reader is there. */
  get comparison() {
    return this.#widget?.comparison() ?? null;
  }

  connectedCallback() {
    if (this.#widget === undefined && this.isConnected) {
      this.#start();
    }
  }

  disconnectedCallback() {
    // An element that is moved is connected again by now.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#stop();
      }
    });
  }

  /** With moveBefore nothing is to be done. */
  connectedMoveCallback() {}

  adoptedCallback() {
    this.#dress();
  }

  attributeChangedCallback() {
    this.#applyAttributes();
  }

  /** Gives the shadow tree its stylesheet, of the document that it stands in; no policy on styles concerns it. */
  #dress() {
    const { CSSStyleSheet } = this.ownerDocument.defaultView ?? window;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    this.#lengths = new CSSStyleSheet();
    this.shadowRoot.adoptedStyleSheets = [sheet, this.#lengths];
  }

  /** Lengths follow the visitor's size of text and not the host's: the stylesheet counts in --cc-rem. */
  #measure() {
    const { fontSize } = getComputedStyle(this.#place);
    this.#lengths.replaceSync(`:host { --cc-own-rem: ${fontSize || "16px"}; }`);
  }

  async #start() {
    const turn = (this.#turn += 1);
    this.#children.remove();
    this.#applyAttributes();
    this.#measure();
    this.#say(`Loading the reader (about ${WASM.kilobytes} kB, once). The comparison sends nothing.`);
    try {
      await reader();
    } catch (error) {
      if (turn === this.#turn) {
        this.#say(`The comparison cannot be shown here. ${error.message}`, "alert");
        // The articles of the page itself can still be read.
        this.shadowRoot.append(this.#children);
        this.#fail(error);
      }
      return;
    }
    if (turn === this.#turn) {
      this.#try(() => this.#mount());
    }
  }

  #mount() {
    this.#place.replaceChildren();
    this.#widget = new glue.Widget(this.#place, () => this.#changed(), (what) => this.#failed(what));
    this.#applyAttributes();
    if (this.#kept === undefined) {
      this.#readChildren();
    } else {
      this.#widget.set_articles(this.#kept);
    }
    const of = { subtree: true, childList: true, characterData: true };
    this.#watch.observe(this, { ...of, attributeFilter: TEXTS.map((key) => `data-${key}`) });
    this.#nameParts();
    this.#naming.observe(this.#place, { subtree: true, childList: true });
    this.#emit("ready", { version: VERSION });
  }

  #stop() {
    this.#turn += 1;
    this.#watch.disconnect();
    this.#naming.disconnect();
    if (this.#widget !== undefined) {
      this.#kept = this.#widget.articles();
      this.#widget.free();
      this.#widget = undefined;
    }
    this.#place.replaceChildren();
  }

  /** Children that came or changed replace the articles; children that there are none of replace nothing. */
  #readChildren() {
    this.#try(() => {
      const articles = articlesIn(this);
      if (articles.length > 0) {
        this.#put(articles);
      }
    });
  }

  /** The page draws its parts when there is something to show. */
  #nameParts() {
    for (const [part, selector] of Object.entries(STYLED)) {
      this.#place.querySelector(`${selector}:not([part])`)?.setAttribute("part", part);
    }
  }

  #put(articles) {
    if (this.#widget === undefined) {
      this.#kept = articles;
    } else {
      this.#widget.set_articles(articles);
    }
  }

  #applyAttributes() {
    const theme = this.getAttribute("theme")?.trim().toLowerCase();
    this.#place.dataset.theme = THEMES.includes(theme) ? theme : "auto";
    this.#widget?.set_read_only(this.hasAttribute("readonly"));
    const words = (this.getAttribute("show") ?? "").toLowerCase().split(/[\s,]+/);
    const parts = PARTS.filter((part) => words.includes(part));
    this.#place.dataset.show = (parts.length > 0 ? parts : PARTS).join(" ");
    this.#applyHeight(this.getAttribute("height")?.trim() ?? "");
  }

  #applyHeight(value) {
    const height = /^\d+(\.\d+)?$/.test(value) ? `${value}px` : value;
    const fits = height !== "" && CSS.supports("block-size", height) && !/^(auto|inherit|initial|unset|revert)/.test(height);
    this.#place.style.setProperty("block-size", fits ? height : "auto");
    this.#place.toggleAttribute("data-scrolls", fits);
  }

  /** Tells the host of a change, once for all that change in one task. */
  #changed() {
    if (this.#telling) {
      return;
    }
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      if (this.#widget !== undefined) {
        this.#try(() => this.#emit("change", this.comparison));
      }
    });
  }

  /** Tells the host that the reader failed, once it is out of the call in which it did. */
  #failed(what) {
    queueMicrotask(() => this.#fail(fault("internal", what)));
  }

  #say(message, role = "status") {
    const page = div("page");
    const line = document.createElement("p");
    line.className = "stage";
    line.setAttribute("role", role);
    line.textContent = message;
    page.append(line);
    this.#place.replaceChildren(page);
  }

  #try(act) {
    try {
      act();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Tells the host of an error; one that no listener takes care of (preventDefault) is written to the console. */
  #fail(error) {
    const { code = "internal", message = String(error) } = error ?? {};
    if (this.#emit("error", { code, message })) {
      console.error(`<${NAME}>: ${message}`, error);
    }
  }

  #emit(name, detail) {
    const options = { detail, bubbles: true, composed: true, cancelable: name === "error" };
    return this.dispatchEvent(new CustomEvent(`${NAME}:${name}`, options));
  }
}

if (customElements.get(NAME) === undefined) {
  customElements.define(NAME, CasualtyCompare);
}
