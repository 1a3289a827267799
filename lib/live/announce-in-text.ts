import { announce } from './announce';
import type { TextChannel } from './live-channel';
import type { TextMessage } from './text-message';

/** Tells those who are at a shared text what was committed. */
export function announceInText(channel: TextChannel, message: TextMessage): void {
  announce({ kind: 'message', channel, message });
}
