/**
 * An analyst's progress on an article: the state and number of annotations of their layer, and its
 * discussion round.
 */
export type OwnWork = {
  state: 'none' | 'open' | 'submitted';
  annotations: number;
  discussion: 'none' | 'open' | 'over';
};

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A date to its known precision: `2026`, `Nov 2026` or `18 Nov 2026`; '' for none. */
export function formatPublished(publishedAt: string | null): string {
  const [year = '', month, day] = (publishedAt ?? '').split('-');
  const name = months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The English name of a language tag; the tag itself where it has none. */
export function languageName(tag: string): string {
  if (tag === '') return '';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** An analyst's progress on an article as a phrase. */
export function workMessage({ state, annotations }: Omit<OwnWork, 'discussion'>): string {
  const annotationsText =
    annotations === 1 ? '1 annotation' : `${annotations.toLocaleString('en-US')} annotations`;
  if (state === 'submitted') return `Submitted, ${annotationsText}`;
  return annotations === 0 ? 'Not started' : annotationsText;
}

/** A team's progress on an article as a phrase. */
export function teamMessage({ begun, submitted }: { begun: number; submitted: number }): string {
  if (begun === 0 && submitted === 0) return 'Nobody yet';
  return [
    ...(submitted === 0 ? [] : [`${submitted.toLocaleString('en-US')} submitted`]),
    ...(begun === 0 ? [] : [`${begun.toLocaleString('en-US')} in progress`]),
  ].join(', ');
}

/** What an export is for, which decides its format. */
export type ExportUse = 'excel' | 'plain' | 'json';

/** The moment of an export: null for now, else before or after a discussion round. */
export type ExportMoment = { round: number; moment: 'before' | 'after' } | null;

/** The rows of an export: annotations, annotations with the decisions behind them, or decisions. */
export type ExportRows = 'annotations' | 'decided' | 'decisions';

/**
 * The address of an export with the choices of the form; JSON always has every moment and all
 * decisions.
 */
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
  const { use, rows = 'annotations', pseudonyms, text, at = null } = choice;
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
