import { inQuotes } from '@/components/ui/format-text';

const numbers = new Intl.NumberFormat('en');

/** Announced when an annotation was created. */
export const annotatedMessage = (label: string, quote: string) =>
  `Labelled as ${label}: ${inQuotes(quote)}.`;

/** Announced when an annotation was relabelled. */
export const relabelledMessage = (label: string, quote: string) =>
  `Now ${label}: ${inQuotes(quote)}.`;

/** Announced when an annotation's span was changed. */
export const resizedMessage = (label: string, quote: string) =>
  `${label} now covers ${inQuotes(quote)}.`;

/** Announced when an annotation was removed. */
export const removedMessage = (label: string, quote: string, undoKeys: string) =>
  `Removed ${label}: ${inQuotes(quote)}. ${undoKeys} restores it.`;

/** Announced when an annotation was chosen by key. */
export const chosenMessage = (label: string, quote: string, index: number, count: number) =>
  `${label}: ${inQuotes(quote)}. ${numbers.format(index)} of ${numbers.format(count)}.`;
