/** How far one is with an article: their layer's state and how many highlights stand in it, and whether it is in a discussion round. */
export type OwnWork = {
  state: 'none' | 'open' | 'submitted';
  annotations: number;
  discussion: 'none' | 'open' | 'over';
};

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A date as far as it is known, in words: `2026`, `Nov 2026` or `18 Nov 2026`; empty for none. */
export function formatPublished(publishedAt: string | null): string {
  const [year = '', month, day] = (publishedAt ?? '').split('-');
  const name = months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** What a language tag is called in English; the tag itself where it has no name. */
export function languageName(tag: string): string {
  if (tag === '') return '';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** How far one is with an article, in words. */
export function workMessage({ state, annotations }: Omit<OwnWork, 'discussion'>): string {
  const annotationsText =
    annotations === 1 ? '1 highlight' : `${annotations.toLocaleString('en-US')} highlights`;
  if (state === 'submitted') return `Submitted, ${annotationsText}`;
  return annotations === 0 ? 'Not begun' : annotationsText;
}

/** How far a team is with an article, in words. */
export function teamMessage({ begun, submitted }: { begun: number; submitted: number }): string {
  if (begun === 0 && submitted === 0) return 'Nobody yet';
  return [
    ...(submitted === 0 ? [] : [`${submitted.toLocaleString('en-US')} submitted`]),
    ...(begun === 0 ? [] : [`${begun.toLocaleString('en-US')} at work`]),
  ].join(', ');
}

/** What an export is for: which format that asks for. */
export type ExportUse = 'excel' | 'plain' | 'json';

/** What an export is of: the highlights as they are, or those of a discussion round, when it began or ended. */
export type ExportMoment = { round: number; moment: 'before' | 'after' } | null;

/** What an export holds: highlights, those with the decisions behind them, or a row for each decision. */
export type ExportRows = 'highlights' | 'decided' | 'decisions';

/** The address of an export as the form has it chosen; JSON has every moment and all decisions. */
export function exportAddress(
  base: string,
  choice: {
    use: ExportUse;
    rows?: ExportRows;
    pseudonyms: boolean;
    text: boolean;
    at?: ExportMoment;
  },
): string {
  const { use, rows = 'highlights', pseudonyms, text, at = null } = choice;
  const query = new URLSearchParams({
    format: use === 'json' ? 'json' : rows === 'decisions' ? 'decisions' : 'csv',
    ...(use !== 'json' && rows === 'decided' ? { decisions: 'true' } : {}),
    ...(use === 'excel' ? { excel: 'true' } : {}),
    ...(pseudonyms ? { pseudonyms: 'true' } : {}),
    ...(text ? {} : { text: 'false' }),
    ...(at === null || use === 'json' ? {} : { round: String(at.round), moment: at.moment }),
  });
  return `${base}?${query.toString()}`;
}
