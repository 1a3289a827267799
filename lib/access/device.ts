import Bowser from 'bowser';
import { isStorable } from '@/lib/text-input';

/**
 * Browser and system of a User-Agent header in words, such as “Firefox on Linux”; a program by its own
 * name; empty for nothing that can be read. At most 80 characters.
 */
export function deviceOf(userAgent: string | null): string {
  const sent = (userAgent ?? '').trim().slice(0, 500);
  if (sent === '' || !isStorable(sent)) return '';
  const { browser, os } = Bowser.parse(sent);
  const product = /^[\w.-]+/.exec(sent)?.[0] ?? '';
  const name = browser.name || (product === 'Mozilla' ? '' : product);
  return [name, os.name].filter(Boolean).join(' on ').slice(0, 80);
}
