import type { AnnotationContent, AttributeValue } from './annotation';

/** Content as the database keeps it: segments as pairs. */
export type StoredContent = {
  label: string;
  segments: [number, number][];
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
  codebookVersion: number;
};

/** Stored content as everybody else speaks of it. */
export function contentOf(stored: StoredContent): AnnotationContent & { codebookVersion: number } {
  return {
    label: stored.label,
    segments: stored.segments.map(([start, end]) => ({ start, end })),
    attributes: stored.attributes,
    note: stored.note,
    confidence: stored.confidence,
    codebookVersion: stored.codebookVersion,
  };
}

/**
 * A time as PostgreSQL writes it into JSON, in UTC to the millisecond as the API tells it. Sessions in
 * UTC, the usual case, are spared the calendar: thousands of rows have two times each.
 */
export function instantOf(written: string): string {
  if (!written.endsWith('+00:00')) return new Date(written).toISOString();
  const fraction = written.length > 26 ? written.slice(20, -6) : '';
  return `${written.slice(0, 19)}.${fraction.padEnd(3, '0')}Z`;
}
