//! An article's text cut into paragraphs and marked words, ready to draw. Pure.
//!
//! Short texts are shown whole. Of a long one only the paragraphs around some claims are shown, with the gaps named,
//! for a view of several megabytes would take longer to lay out than the text takes to read.

use crate::model::{Claim, Mention, SetAside};
use crate::order::sort_by_key;

/// Texts up to this many bytes are shown whole.
pub const WHOLE: usize = 64 * 1024;
/// At most this many mentions of a long text are shown.
const MOST_MENTIONS: usize = 120;
/// So many bytes of a long stretch without a mention are kept at either end.
const EDGE: usize = 400;
/// So many bytes of context stand on either side of a mention that is shown by itself.
const CONTEXT: usize = 160;

/// A part of the text as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// One line of the text that is not blank.
    Paragraph(Vec<Segment>),
    /// So many bytes of the text are left out here.
    Gap(usize),
}

/// A run of words that belong to the same claims, or that were set aside for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Words of no claim.
    Plain(String),
    /// Words of evidence, or set aside, or both.
    Marked(Words),
    /// So many bytes of the paragraph are left out here.
    Cut(usize),
}

/// Marked words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Where they start in the text, in bytes.
    pub at: usize,
    /// The words.
    pub text: String,
    /// Indices of the claims that the words belong to, that of the shortest mention first.
    pub claims: Vec<usize>,
    /// Index of what was set aside with these words, if it is asked for.
    pub aside: Option<usize>,
    /// Whether they stand in a passage that is pointed at.
    pub passage: bool,
}

/// A mention with the words around it, inside its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// What stands before the mention.
    pub before: String,
    /// The evidence.
    pub quote: String,
    /// What stands after it.
    pub after: String,
}

#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
    of: Of,
}

/// What words belong to.
#[derive(Clone, Copy)]
enum Of {
    Claim(usize),
    Aside(usize),
    Passage,
}

/// Cuts `text` into blocks with the mentions of `claims`, the words of `aside` and the `passages` marked. In a long text those nearest
/// to the byte offset `centre` are shown. Total: what does not fit the text is left out.
pub fn blocks(
    text: &str,
    claims: &[Claim],
    aside: &[SetAside],
    passages: &[(usize, usize)],
    centre: usize,
) -> Vec<Block> {
    let spans = spans(text, claims, aside, passages);
    if text.len() <= WHOLE {
        return whole(text, &spans);
    }
    let spans = nearest(&spans, centre);
    if spans.is_empty() {
        return opening(text);
    }
    around(text, spans)
}

/// The mention with the words around it; `None` if it does not fit the text.
pub fn context(text: &str, mention: &Mention) -> Option<Context> {
    around_words(text, mention.start, mention.end)
}

/// A passage with the words around it, the middle of a long one left out; `None` if it does not fit the text.
pub fn passage(text: &str, start: usize, end: usize) -> Option<Context> {
    let mut context = around_words(text, start, end)?;
    if context.quote.len() > 3 * EDGE {
        let (head, tail) = (
            first_words(&context.quote, EDGE),
            last_words(&context.quote, EDGE),
        );
        context.quote = format!("{head} {tail}");
    }
    Some(context)
}

fn around_words(text: &str, start: usize, end: usize) -> Option<Context> {
    let quote = text.get(start..end)?;
    let (head, tail) = (text.get(..start)?, text.get(end..)?);
    let line = head.rfind('\n').map_or(0, |at| at + 1);
    let before = last_words(head.get(line..)?, CONTEXT);
    let after = first_words(tail.split('\n').next()?, CONTEXT);
    Some(Context {
        before,
        quote: quote.to_owned(),
        after,
    })
}

fn spans(
    text: &str,
    claims: &[Claim],
    aside: &[SetAside],
    passages: &[(usize, usize)],
) -> Vec<Span> {
    let mentions = (claims.iter().enumerate()).flat_map(|(claim, of)| {
        (of.mentions.iter()).map(move |mention| (mention.start, mention.end, Of::Claim(claim)))
    });
    let asides =
        (aside.iter().enumerate()).map(|(index, aside)| (aside.start, aside.end, Of::Aside(index)));
    let passages = (passages.iter()).map(|&(start, end)| (start, end, Of::Passage));
    let mut spans: Vec<Span> = (mentions.chain(asides).chain(passages))
        .map(|(start, end, of)| Span { start, end, of })
        .filter(|span| (text.get(span.start..span.end)).is_some_and(|words| !words.is_empty()))
        .collect();
    sort_by_key(&mut spans, |span| (span.start, span.end));
    spans
}

/// The run of at most [`MOST_MENTIONS`] spans around `centre`.
fn nearest(spans: &[Span], centre: usize) -> &[Span] {
    let at = spans.partition_point(|span| span.start < centre);
    let last_start = spans.len().saturating_sub(MOST_MENTIONS);
    let start = at.saturating_sub(MOST_MENTIONS / 2).min(last_start);
    let end = (start + MOST_MENTIONS).min(spans.len());
    spans.get(start..end).unwrap_or_default()
}

fn whole(text: &str, spans: &[Span]) -> Vec<Block> {
    let mut sweep = Sweep::new(spans);
    lines(text)
        .map(|(start, end)| sweep.line(text, start, end))
        .filter(|segments| !segments.is_empty())
        .map(Block::Paragraph)
        .collect()
}

fn opening(text: &str) -> Vec<Block> {
    let end = boundary_below(text, WHOLE / 4);
    let shown = text.get(..end).unwrap_or_default();
    let mut blocks = whole(shown, &[]);
    blocks.push(Block::Gap(text.len() - end));
    blocks
}

fn around(text: &str, spans: &[Span]) -> Vec<Block> {
    let mut sweep = Sweep::new(spans);
    let mut blocks = Vec::new();
    let mut gap = 0;
    for (start, end) in lines(text) {
        let segments = sweep.line(text, start, end);
        let marked = (segments.iter()).any(|segment| matches!(segment, Segment::Marked(_)));
        if !marked {
            gap += end + 1 - start;
            continue;
        }
        if gap > 0 {
            blocks.push(Block::Gap(gap));
            gap = 0;
        }
        blocks.push(Block::Paragraph(
            segments.into_iter().flat_map(shortened).collect(),
        ));
    }
    if gap > 0 {
        blocks.push(Block::Gap(gap));
    }
    blocks
}

/// Byte ranges of the lines of `text`, without their line ends.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let range = (start, start + line.len());
        start = range.1 + 1;
        range
    })
}

/// Walks along the text once, line by line, with the spans that are open at each point.
struct Sweep<'s> {
    coming: std::iter::Peekable<std::slice::Iter<'s, Span>>,
    open: Vec<Span>,
}

impl<'s> Sweep<'s> {
    fn new(spans: &'s [Span]) -> Self {
        Sweep {
            coming: spans.iter().peekable(),
            open: Vec::new(),
        }
    }

    /// The segments of the line from `start` to `end`; none if it is blank.
    fn line(&mut self, text: &str, start: usize, end: usize) -> Vec<Segment> {
        let mut segments = Vec::new();
        let mut at = start;
        while at < end {
            while let Some(span) = self.coming.next_if(|span| span.start <= at) {
                self.open.push(*span);
            }
            self.open.retain(|span| span.end > at);
            let next_start = self.coming.peek().map_or(end, |span| span.start);
            let next_end = self.open.iter().map(|span| span.end).min().unwrap_or(end);
            let to = next_start.min(next_end).min(end);
            let words = text.get(at..to).unwrap_or_default();
            segments.push(self.segment(at, words));
            at = to;
        }
        let blank = text
            .get(start..end)
            .is_none_or(|line| line.trim().is_empty());
        match blank {
            true => Vec::new(),
            false => segments,
        }
    }

    fn segment(&self, at: usize, words: &str) -> Segment {
        if self.open.is_empty() {
            return Segment::Plain(words.to_owned());
        }
        let mut claims: Vec<usize> = Vec::with_capacity(self.open.len());
        let (mut aside, mut passage) = (None, false);
        let shortest = (self.open.iter())
            .filter(|span| matches!(span.of, Of::Claim(_)))
            .min_by_key(|span| span.end - span.start);
        for span in shortest.into_iter().chain(&self.open) {
            match span.of {
                Of::Claim(claim) if !claims.contains(&claim) => claims.push(claim),
                Of::Claim(_) => {}
                Of::Aside(index) => aside = Some(index),
                Of::Passage => passage = true,
            }
        }
        Segment::Marked(Words {
            at,
            text: words.to_owned(),
            claims,
            aside,
            passage,
        })
    }
}

/// A long stretch of plain words keeps its two ends.
fn shortened(segment: Segment) -> Vec<Segment> {
    match segment {
        Segment::Plain(text) if text.len() > 3 * EDGE => {
            let head = boundary_below(&text, EDGE);
            let tail = boundary_below(&text, text.len() - EDGE);
            vec![
                Segment::Plain(text.get(..head).unwrap_or_default().to_owned()),
                Segment::Cut(tail - head),
                Segment::Plain(text.get(tail..).unwrap_or_default().to_owned()),
            ]
        }
        other => vec![other],
    }
}

fn last_words(text: &str, bytes: usize) -> String {
    if text.len() <= bytes {
        return text.to_owned();
    }
    let from = boundary_below(text, text.len() - bytes);
    let tail = text.get(from..).unwrap_or_default();
    let word = tail.find(char::is_whitespace).unwrap_or(0);
    format!("…{}", tail.get(word..).unwrap_or_default())
}

fn first_words(text: &str, bytes: usize) -> String {
    if text.len() <= bytes {
        return text.to_owned();
    }
    let head = text.get(..boundary_below(text, bytes)).unwrap_or_default();
    let word = head.rfind(char::is_whitespace).unwrap_or(head.len());
    format!("{} …", head.get(..word).unwrap_or_default())
}

/// The last character boundary at or before `at`.
fn boundary_below(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Count, Group, Outcome, Qualifier, Reason, Scope, Status};

    fn claim(mentions: &[(usize, usize)]) -> Claim {
        Claim {
            outcome: Outcome::Killed,
            group: Group::People,
            group_text: String::new(),
            count: Count {
                low: Some(1),
                high: Some(1),
                qualifier: Qualifier::Exact,
                text: String::new(),
            },
            attribution: None,
            scope: Scope::Event,
            place: None,
            status: Status::Reported,
            part_of: None,
            superseded_by: None,
            mentions: (mentions.iter())
                .map(|&(start, end)| Mention {
                    start,
                    end,
                    quote: String::new(),
                })
                .collect(),
            rule: "test".into(),
        }
    }

    fn plain(text: &str) -> Segment {
        Segment::Plain(text.to_owned())
    }

    fn marked(at: usize, text: &str, claims: &[usize]) -> Segment {
        Segment::Marked(Words {
            at,
            text: text.to_owned(),
            claims: claims.to_vec(),
            aside: None,
            passage: false,
        })
    }

    #[test]
    fn overlapping_mentions_share_their_words() {
        let text = "745 civilians and 125 soldiers died";
        let claims = [claim(&[(0, 35)]), claim(&[(18, 35)])];
        assert_eq!(
            blocks(text, &claims, &[], &[], 0),
            vec![Block::Paragraph(vec![
                marked(0, "745 civilians and ", &[0]),
                marked(18, "125 soldiers died", &[1, 0]),
            ])]
        );
    }

    #[test]
    fn words_set_aside_inside_evidence_keep_their_claims() {
        let text = "A 14-year-old boy died on Route 40";
        let aside = |start, end, reason| SetAside { start, end, reason };
        let asides = [aside(2, 13, Reason::Age), aside(32, 34, Reason::Reference)];
        let both = |at: usize, text: &str, claims: &[usize], index| {
            Segment::Marked(Words {
                at,
                text: text.to_owned(),
                claims: claims.to_vec(),
                aside: Some(index),
                passage: false,
            })
        };
        assert_eq!(
            blocks(text, &[claim(&[(0, 22)])], &asides, &[], 0),
            vec![Block::Paragraph(vec![
                marked(0, "A ", &[0]),
                both(2, "14-year-old", &[0], 0),
                marked(13, " boy died", &[0]),
                plain(" on Route "),
                both(32, "40", &[], 1),
            ])]
        );
    }

    #[test]
    fn a_mention_may_cross_a_line_end() {
        let claims = [claim(&[(2, 7)]), claim(&[(4, 5)]), claim(&[(5, 6)])];
        assert_eq!(
            blocks("a 12\n\nkilled", &claims, &[], &[], 0),
            vec![
                Block::Paragraph(vec![plain("a "), marked(2, "12", &[0])]),
                Block::Paragraph(vec![marked(6, "k", &[0]), plain("illed")]),
            ]
        );
    }

    #[test]
    fn mentions_that_do_not_fit_are_left_out() {
        let claims = [claim(&[(1, 2)]), claim(&[(0, 99)]), claim(&[(2, 2)])];
        let end = "é12".len();
        let reversed = claim(&[(end, 0)]);
        let all = [claims.as_slice(), &[reversed]].concat();
        assert_eq!(
            blocks("é12", &all, &[], &[], 0),
            vec![Block::Paragraph(vec![plain("é12")])]
        );
    }

    #[test]
    fn a_long_text_shows_the_paragraphs_around_its_claims() {
        let filler = "nothing to see here\n".repeat(WHOLE / 10);
        let text = format!("{filler}12 died.\n{filler}");
        let at = filler.len();
        let shown = blocks(&text, &[claim(&[(at, at + 7)])], &[], &[], at);
        assert_eq!(
            shown,
            vec![
                Block::Gap(filler.len()),
                Block::Paragraph(vec![marked(at, "12 died", &[0]), plain(".")]),
                Block::Gap(filler.len() + 1),
            ]
        );
    }

    #[test]
    fn a_long_line_keeps_the_ends_of_its_plain_stretches() {
        let filler = "ä".repeat(WHOLE);
        let text = format!("12 died {filler}");
        let shown = blocks(&text, &[claim(&[(0, 7)])], &[], &[], 0);
        let [Block::Paragraph(segments)] = shown.as_slice() else {
            panic!("one paragraph, not {shown:?}");
        };
        assert_eq!(segments.first(), Some(&marked(0, "12 died", &[0])));
        assert!(matches!(segments.get(2), Some(Segment::Cut(bytes)) if *bytes > WHOLE));
        assert_eq!(segments.len(), 4);
    }

    #[test]
    fn many_claims_show_those_nearest_to_the_centre() {
        let line = format!("12 died. {}\n", "x".repeat(300));
        let text = line.repeat(500);
        let claims: Vec<Claim> = (0..500)
            .map(|i| claim(&[(i * line.len(), i * line.len() + 7)]))
            .collect();
        let shown = blocks(&text, &claims, &[], &[], 250 * line.len());
        let marked: Vec<usize> = (shown.iter())
            .filter_map(|block| match block {
                Block::Paragraph(segments) => Some(segments),
                Block::Gap(_) => None,
            })
            .flatten()
            .filter_map(|segment| match segment {
                Segment::Marked(words) => words.claims.first().copied(),
                _ => None,
            })
            .collect();
        assert_eq!(marked.len(), MOST_MENTIONS);
        assert!(marked.contains(&250));
    }

    #[test]
    fn context_stays_in_the_line_and_on_words() {
        let text = format!("Before.\n{}12 died here.\nAfter.", "word ".repeat(60));
        let start = text.find("12").unwrap_or_default();
        let mention = Mention {
            start,
            end: start + 7,
            quote: "12 died".to_owned(),
        };
        let context = context(&text, &mention).expect("the mention fits");
        assert!(context.before.starts_with("… word"), "{}", context.before);
        assert_eq!(context.quote, "12 died");
        assert_eq!(context.after, " here.");
    }

    #[test]
    fn a_passage_goes_through_what_else_is_marked() {
        let words = |at, text: &str, claims: &[usize]| {
            Segment::Marked(Words {
                at,
                text: text.to_owned(),
                claims: claims.to_vec(),
                aside: None,
                passage: true,
            })
        };
        assert_eq!(
            blocks(
                "On Friday 12 people died.",
                &[claim(&[(10, 24)])],
                &[],
                &[(3, 24)],
                0
            ),
            vec![Block::Paragraph(vec![
                plain("On "),
                words(3, "Friday ", &[]),
                words(10, "12 people died", &[0]),
                plain("."),
            ])]
        );
    }
}
