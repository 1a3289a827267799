import type { Report } from './report';
import { counted, pairMatrix, prevalenceOf } from './report';
import type { SpanData } from './span-data';
import { spanEntries } from './span-entries';
import { pairCounts, pairF1 } from './span-pairs';

/**
 * The report on spans. Documents with a single annotator are mentioned in the notes and left out.
 */
export function spanReport(data: SpanData): Report {
  const { annotators, labels } = data;
  const read = data.documents.filter(({ annotators }) => annotators.length > 1);
  const alone = data.documents.length - read.length;
  const counts = new Int32Array(labels.length);
  for (const { marked } of data.documents)
    for (const { label } of marked.units) counts[label] = (counts[label] ?? 0) + 1;
  const spans = counts.reduce((sum, count) => sum + count, 0);
  const partial = pairCounts(data, 'semeval_si');
  const exact = pairCounts(data, 'f1_exact');
  const isShared = annotators.length > 1;
  return {
    kind: 'spans',
    summary: `${counted(data.documents.length, 'document')}, ${counted(annotators.length, 'annotator')}, ${counted(spans, 'span')}, ${counted(labels.length, 'label')}.`,
    coders: annotators,
    notes: [
      ...data.notes,
      ...(isShared ? [] : ['There is one annotator only: agreement needs two or more.']),
      ...(alone > 0 && isShared
        ? [`${counted(alone, 'document')} had one annotator only and cannot be used for agreement.`]
        : []),
      ...(spans === 0 ? ['There are no spans: nothing was annotated by anybody.'] : []),
    ],
    entries: spanEntries(data, read),
    pairs: isShared
      ? [
          pairMatrix('semeval_si', 'F1 of each pair, partial credit', annotators, (one, other) =>
            pairF1(partial, one, other),
          ),
          pairMatrix('f1_exact', 'F1 of each pair, exact', annotators, (one, other) =>
            pairF1(exact, one, other),
          ),
        ]
      : [],
    prevalence: prevalenceOf(labels, counts),
    competence: [],
  };
}
