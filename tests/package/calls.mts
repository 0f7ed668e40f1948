// Calls as a program in TypeScript makes them; types.test.mjs compiles this, and nothing runs it.
import { compare, extract, init, version } from 'casualty-compare';
import type { Claim, CodedError, Comparison, Extraction, Source } from 'casualty-compare';

export async function right(bytes: Uint8Array<ArrayBuffer>): Promise<Comparison> {
  const sources: Source[] = ['https://example.org/a.wasm', new URL('https://example.org/a.wasm'), bytes, bytes.buffer];
  await init();
  await init(sources[0]);
  await init(fetch('https://example.org/a.wasm'));
  const read: Extraction = extract('text');
  const claim: Claim | undefined = read.claims[0];
  const low: number | null | undefined = claim?.count.low;
  const counter: string | null | undefined = claim?.attribution?.counter;
  console.log(version.length, low, counter);
  const articles = [{ text: 'a', outlet: null, title: 'b', more: 1 }] as const;
  compare(articles, null);
  compare(articles, { setAside: true }).articles[0]?.setAside?.[0]?.reason;
  return compare([{ text: 'a' }]);
}

export function wrong(read: Extraction, error: CodedError): void {
  // @ts-expect-error a text is a string
  extract(12);
  // @ts-expect-error an article needs a text
  compare([{ title: 'a' }]);
  // @ts-expect-error no such option
  compare([], { setaside: true });
  // @ts-expect-error no such outcome
  read.claims[0]?.outcome === 'hurt';
  // @ts-expect-error an open bound is null
  const low: number = read.tolls[0]?.low ?? read.claims[0]?.count.low;
  // @ts-expect-error no such code
  error.code === 'nothing';
  console.log(low);
}
