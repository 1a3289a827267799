import type { AnnotationContent } from '@/lib/annotation/annotation';
import { formatConfidence } from '@/components/workbench/confidence-steps';
import type { ShownLabel } from '@/components/article-text/label-lookup';

/** A value as people would write it. */
const formatValue = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** What was typed into an annotation beside its label, a line each: attributes, how sure, the note. */
export function typedLines(content: AnnotationContent, label: ShownLabel): string[] {
  const { attributes, confidence, note } = content;
  const nameOf = (key: string) => label.attributes.find((one) => one.key === key)?.name ?? key;
  const lines = Object.entries(attributes).map(
    ([key, value]) => `${nameOf(key)}: ${formatValue(value)}`,
  );
  if (confidence !== null) lines.push(`Confidence: ${formatConfidence(confidence)}`);
  if (note !== '') lines.push(`Note: ${note}`);
  return lines;
}

/** All of an annotation as text to paste elsewhere: label, words, and everything that was typed. */
export function annotationAsText(
  content: AnnotationContent,
  label: ShownLabel,
  quote: string,
): string {
  return [`${label.name}: “${quote}”`, ...typedLines(content, label)].join('\n');
}
