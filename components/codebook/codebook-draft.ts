import type { Codebook, Example, Label } from '@/lib/codebook/codebook';
import { codebookContent } from '@/lib/codebook/codebook';
import { keyOf } from '@/lib/codebook/codebook-key';
import { reservedKeys, patternInTurn } from '@/lib/codebook/label';
import { colorInTurn } from '@/lib/codebook/label-colors';

/** A label in the form; `row` identifies it while its key is being typed. */
type LabelDraft = Label & { row: string };

/** The values of the codebook form. */
export type CodebookDraft = Omit<Codebook, 'labels'> & { labels: LabelDraft[] };

/** The initial values of the form. */
export function draftOf(codebook: Codebook): CodebookDraft {
  const { relations, questions, guidelines } = codebook;
  const labels = codebook.labels.map((label) => ({ ...label, row: label.key }));
  return { labels, relations, questions, guidelines };
}

const isBlank = ({ text, why }: Example) => text.trim() === '' && why.trim() === '';

/** The form without blank examples. */
export function pruned(draft: CodebookDraft): CodebookDraft {
  const labels = draft.labels.map((label) => ({
    ...label,
    examples: label.examples.filter((example) => !isBlank(example)),
  }));
  return { ...draft, labels };
}

/** The form as the API expects it. */
export function codebookOf(draft: CodebookDraft): Codebook {
  const { labels, ...rest } = pruned(draft);
  return { ...rest, labels: labels.map(({ row: _row, ...label }) => label) };
}

/** A new label without a name, with the next colour and pattern and the first unused digit. */
export function newLabel(labels: Label[], row: string): LabelDraft {
  const taken = new Set(labels.map(({ hotkey }) => hotkey.toLowerCase()));
  const used = new Set(labels.map(({ color }) => color));
  const colors = Array.from({ length: labels.length + 1 }, (_, index) => colorInTurn(index));
  return {
    row,
    key: '',
    name: '',
    color: colors.find((color) => !used.has(color)) ?? colorInTurn(labels.length),
    pattern: patternInTurn(labels.length),
    hotkey: [...'123456789'].find((digit) => !taken.has(digit)) ?? '',
    definition: '',
    test: '',
    examples: [],
    parent: null,
    attributes: [],
  };
}

/**
 * A label with another name; its key follows where it was derived from the name and is not fixed.
 */
export function renamed(label: LabelDraft, name: string, keyIsFixed: boolean): LabelDraft {
  const follows = !keyIsFixed && label.key === keyOf(label.name);
  return { ...label, name, key: follows ? keyOf(name) : label.key };
}

/** The faults by the path of their field. */
export function draftErrors(draft: CodebookDraft): Record<string, string> {
  const issues = codebookContent.safeParse(codebookOf(draft)).error?.issues ?? [];
  return Object.fromEntries(
    issues.map(({ path, message }) => [path.map(String).join('.'), message] as const).reverse(),
  );
}

/** The rows of the labels that have errors. */
export function rowsWithErrors(draft: CodebookDraft, errors: Record<string, unknown>): string[] {
  const indexes = Object.keys(errors).map((path) => /^labels\.(\d+)\./.exec(path)?.[1]);
  return draft.labels.filter((_, at) => indexes.includes(String(at))).map(({ row }) => row);
}

/** The keys that no label may use as its shortcut, for a field's description. */
export const reservedWords = reservedKeys.join(' ');
