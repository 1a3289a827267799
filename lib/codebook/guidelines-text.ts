import type { Doc } from 'yjs';
import { documentOf, mostStateBytes } from '@/lib/access/shared-state';
import { Refusal, invalid } from '@/lib/refusal';
import type { GuidelinesForm } from './guidelines-form';
import { mostGuidelines } from './codebook';

/** Guidelines as people write them together: their document, and what it says in Markdown. */
export type GuidelinesText = { document: Doc; markdown: string };

/** What states of one project’s guidelines hold together; refuses what is no such state, and what is too large. */
export function guidelinesText(form: GuidelinesForm, ...states: Uint8Array[]): GuidelinesText {
  if (states.some(({ byteLength }) => byteLength > mostStateBytes))
    throw new Refusal(
      'too-large',
      'The guidelines have been through more changes than can be kept. Nothing more of them was kept.',
    );
  const document = documentOf(...states);
  const markdown = document && form.markdownOf(document);
  if (document === null || markdown === null)
    throw invalid('guidelinesState', 'This is not the state of guidelines. Nothing was changed.');
  if (markdown.length > mostGuidelines)
    throw new Refusal(
      'too-large',
      `The guidelines are longer than ${mostGuidelines.toLocaleString('en')} characters. Nothing of the last changes was kept; take something out.`,
    );
  return { document, markdown };
}
