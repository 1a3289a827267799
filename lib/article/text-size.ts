import { Refusal } from '@/lib/refusal';
import { mostTextBytes } from './article';

/** Refuses a text that is too large for an article. */
export function requireSize(text: string): void {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes <= mostTextBytes) return;
  throw new Refusal(
    'too-large',
    `The text has ${bytes.toLocaleString('en')} bytes in UTF-8; an article may have ${mostTextBytes.toLocaleString('en')}. Nothing was added; part it into several articles.`,
  );
}
