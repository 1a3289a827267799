import type { Desk } from '@/lib/annotation/desk';

/**
 * Everything that the page of an adjudication desk lays before a manager: the article in the revision
 * that is settled, and `packed`, the desk as one string of JSON (a `SettlingDesk` in UTF-16 code
 * units), which travels and is read many times faster than the same as props.
 */
export type SettlingPage = Omit<Desk, 'annotations' | 'otherLayersVisible'> & { packed: string };
