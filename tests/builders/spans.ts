import type { AnnotatedSpan } from '@/lib/agreement/f1/annotated-span';

/** Spans in short: "0-5 x, 7-9" are one labelled x and one without a label. */
export function spans(text: string): AnnotatedSpan[] {
  return text.split(', ').flatMap((entry) => {
    const [, begin, end, label] = /^(\d+)-(\d+)(?: (\w+))?$/.exec(entry) ?? [];
    return begin === undefined ? [] : [{ begin: Number(begin), end: Number(end), label }];
  });
}
