import { announce } from '@/lib/live/announce';
import { forgetViewer } from './known-viewers';

/**
 * Has every process forget who this person's sessions and tokens were, and look again at their open
 * lines: called once a session, token or password has changed.
 */
export function forgetEverywhere(userId: string): void {
  forgetViewer(userId);
  announce({ kind: 'rights', of: { userId } });
}
