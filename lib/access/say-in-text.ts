import { announce } from './announce';
import type { TextRoom } from './live-room';
import type { TextMessage } from './text-message';

/** Tells those who are at a shared text what was committed. */
export function sayInText(room: TextRoom, message: TextMessage): void {
  announce({ kind: 'message', room, message });
}
