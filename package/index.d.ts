// The types of the package, kept by hand. tests/package holds them against what the module really returns.
//
// The keys and words are those of the command line's JSON. Open bounds and what is absent are null.

/** What happened to the people counted. `casualties` is killed and/or injured, and is folded into neither. */
export type Outcome =
  | 'killed' | 'injured' | 'casualties' | 'missing' | 'trapped' | 'displaced' | 'detained' | 'abducted' | 'released'
  | 'rescued' | 'buried' | 'affected';

/** Whom a claim counts. `people` is unspecified; `families` counts families, and is never turned into persons. */
export type Group =
  | 'people' | 'civilians' | 'security_forces' | 'soldiers' | 'police' | 'fighters' | 'perpetrators' | 'children'
  | 'women' | 'men' | 'elderly' | 'medics' | 'aid_workers' | 'journalists' | 'prisoners' | 'migrants' | 'peacekeepers'
  | 'families' | 'women_and_children' | 'unknown_status';

/** How the words bound the number. */
export type Qualifier =
  | 'exact' | 'at_least' | 'more_than' | 'at_most' | 'fewer_than' | 'nearly' | 'about' | 'range' | 'vague' | 'unknown';

/** What is stated about an amount of people. */
export interface Count {
  /** Lowest number stated, in persons (families where the group is families); null = open. */
  low: number | null;
  /** Highest number stated; null = open. */
  high: number | null;
  qualifier: Qualifier;
  /** The words as printed: "more than 1,000". */
  text: string;
}

/** How the article says who stands behind a claim. */
export type AttributionKind = 'named' | 'unnamed' | 'inherited';

/** Who counted, and who relayed the count. */
export interface Attribution {
  /** Who counted: a monitor, a ministry, an official. */
  counter: string | null;
  /** Who relayed it: an outlet. */
  carrier: string | null;
  kind: AttributionKind;
}

/** How much of the event a claim covers. `background` is another time or another event. */
export type Scope = 'event' | 'place' | 'incident' | 'background';

/** How firmly the article states a claim. */
export type Status =
  | 'reported' | 'feared' | 'possible' | 'projected' | 'claimed' | 'denied' | 'refuted' | 'superseded';

/** One place in the text where a claim is stated: `text.slice(start, end)`. */
export interface Mention {
  /** In UTF-16 units, as JavaScript counts. */
  start: number;
  /** In UTF-16 units, exclusive. */
  end: number;
  /** The words; U+FFFD stands for a lone surrogate. */
  quote: string;
}

/** One figure as one article states it. */
export interface Claim {
  outcome: Outcome;
  group: Group;
  /** The noun phrase as printed; empty where none is printed. */
  groupText: string;
  count: Count;
  /** null = the article's own voice. */
  attribution: Attribution | null;
  scope: Scope;
  /** The place, where one narrows the claim. */
  place: string | null;
  status: Status;
  /** Index of the claim that this one is a component of. */
  partOf: number | null;
  /** Index of the claim that replaced this one. */
  supersededBy: number | null;
  /** In text order; at least one. */
  mentions: Mention[];
  /** Stable name of the rule that read it. */
  rule: string;
}

/** An article's headline answer for one outcome. */
export interface Toll {
  outcome: Outcome;
  /** Lowest number, in persons; null = open. */
  low: number | null;
  /** Highest number, in persons; null = open. */
  high: number | null;
  qualifier: Qualifier;
  /** Whether it is a sum of disjoint parts that the article does not print. */
  derived: boolean;
  /** Indices of the claims it rests on. */
  claims: number[];
}

/** Why words that look like a figure were not read as one. */
export type Reason =
  | 'age' | 'date' | 'year' | 'time' | 'duration' | 'money' | 'measure' | 'fraction' | 'ratio' | 'score' | 'rank'
  | 'ordinal' | 'reference' | 'joined' | 'animals' | 'organisations' | 'things' | 'unknown-noun' | 'no-outcome'
  | 'alone' | 'whole' | 'difference' | 'not-casualties' | 'same-person' | 'negated' | 'hypothetical' | 'not-done'
  | 'sentenced' | 'rate' | 'risk' | 'fiction' | 'teaser' | 'question';

/** Words that look like a figure and were not read as one: `text.slice(start, end)`. */
export interface SetAside {
  start: number;
  end: number;
  reason: Reason;
}

/** All that was read out of one text. */
export interface Extraction {
  /** In the order of their first mention. */
  claims: Claim[];
  /** At most one for each outcome. */
  tolls: Toll[];
  /** In text order. */
  setAside: SetAside[];
}

/** One article to compare. Other keys are passed over. */
export interface Article {
  text: string;
  title?: string | null;
  outlet?: string | null;
  /** As written; it is not interpreted. */
  date?: string | null;
  url?: string | null;
}

export interface CompareOptions {
  /** Whether each article of the comparison has its `setAside`. Without: false. */
  setAside?: boolean;
}

/** One article as it stands in a comparison: without its text. */
export interface ComparedArticle {
  title: string | null;
  outlet: string | null;
  date: string | null;
  claims: Claim[];
  tolls: Toll[];
  /** Only with `{ setAside: true }`. */
  setAside?: SetAside[];
}

/** How the articles of a row stand to one another; `single` is one article only. */
export type Verdict = 'agree' | 'wording_drift' | 'compatible' | 'later_count' | 'differ' | 'single';

/** What one article says in one row. */
export interface Cell {
  /** Index of the article. */
  article: number;
  /** Indices of the article's claims in this cell, the leading one first. */
  claims: number[];
  /** The leading claim's. */
  low: number | null;
  /** The leading claim's. */
  high: number | null;
  /** The leading claim's. */
  qualifier: Qualifier;
}

/** The printed numbers of a row, and whether a count leaves an end open. */
export interface Range {
  /** The lowest printed number, in persons (families in a row of families). */
  low: number;
  /** The highest printed number. */
  high: number;
  /** Whether a count is open downwards ("up to 30"). */
  openBelow: boolean;
  /** Whether a count is open upwards ("at least 745"). */
  openAbove: boolean;
}

/** Outcome and group (and place, below the whole event) across articles. */
export interface Row {
  outcome: Outcome;
  group: Group;
  /** A narrower word within the group that has a row of its own. */
  subgroup: string | null;
  /** null = the whole event. */
  place: string | null;
  scope: Scope;
  /** Index of the row that this one is folded under, always an earlier one. Nothing is added up along it. */
  parent: number | null;
  /** One for each article; null where the article says nothing. */
  cells: (Cell | null)[];
  /** Lowest of the printed numbers; null = open, or none. */
  low: number | null;
  /** Highest of the printed numbers; null = open, or none. */
  high: number | null;
  /** The printed numbers with their open ends; null where no leading claim prints a number. */
  range: Range | null;
  /** How many articles have a cell. */
  articles: number;
  /** The independent named counters behind the cells, by name. */
  counters: string[];
  /** The outlets that relay, by name. */
  carriers: string[];
  verdict: Verdict;
}

/** Kinds of what a comparison notices, the most important first. */
export type FindingKind =
  | 'different_events' | 'differ' | 'parts_exceed_total' | 'later_count' | 'one_origin' | 'copied_text' | 'other_split'
  | 'wording_drift' | 'parts_complete' | 'parts_incomplete' | 'superseded';

/** A stretch of an article's text: `text.slice(start, end)`. */
export interface Passage {
  /** Index of the article. */
  article: number;
  start: number;
  end: number;
}

/** Something that the comparison noticed. */
export interface Finding {
  /** The same as long as the finding says the same of the same figures, whatever else the articles hold. */
  key: string;
  kind: FindingKind;
  /** Indices of the articles concerned. */
  articles: number[];
  /** The claims concerned: index of the article, index of the claim. */
  claims: [article: number, claim: number][];
  /** The words concerned beyond the claims: passages that articles share, each beside its counterpart. */
  passages: Passage[];
  /** The finding in a sentence. */
  text: string;
}

/** Claims of several articles side by side. */
export interface Comparison {
  articles: ComparedArticle[];
  rows: Row[];
  findings: Finding[];
}

/** What went wrong; the `message` of an error may change, its code does not. */
export type ErrorCode =
  | 'load_failed' | 'not_ready' | 'not_a_string' | 'not_an_array' | 'not_an_article' | 'not_options' | 'too_large'
  | 'internal';

/** Every error that the functions throw. */
export interface CodedError extends Error {
  code: ErrorCode;
}

/** Where the WebAssembly is: an address, a response, its bytes, or a compiled module. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the WebAssembly, once however often it is called. Without a source: the file beside the module.
 * Rejects with `load_failed`; the next call then tries again.
 */
export function init(source?: Source | Promise<Source>): Promise<void>;

/**
 * Reads the claims out of a text. Any string gives an extraction.
 * Throws `not_ready`, `not_a_string`, `too_large`.
 */
export function extract(text: string): Extraction;

/**
 * Compares articles, in the order given.
 * Throws `not_ready`, `not_an_array`, `not_an_article`, `not_options`, `too_large`.
 */
export function compare(articles: readonly Article[], options?: CompareOptions | null): Comparison;

/** The version of the package. */
export const version: string;
