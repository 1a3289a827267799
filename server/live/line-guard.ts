import type { LineFault } from './line-door';
import { lineFaults } from './line-door';
import { TokenBucket } from './line-limits';
import type { Visitor } from '@/lib/access/visitor';
import type { LiveChannel } from '@/lib/live/live-channel';
import { isTextChannel, channelOf } from '@/lib/live/live-channel';
import { reaches } from '@/lib/access/viewer';
import { pageMessage } from '@/lib/annotation/live-message';
import type { PageMessage } from '@/lib/annotation/live-message';
import type { WireFrame } from './wire-frame';
import { frameKinds, readFrame, syncOf, payloadOf, ownAwareness } from './wire-frame';

/** A room that this line is in. `clients` are the numbers under which it speaks in the text there. */
type Subscription = { channel: LiveChannel; visitor: Visitor; clients: Set<number> };

/** What becomes of a frame: it goes on (as it is or trimmed), comes to nothing, says something, or ends the line. */
export type Verdict =
  | { pass: Uint8Array }
  | { drop: true }
  | { message: PageMessage; channel: Extract<LiveChannel, { kind: 'own' }>; visitor: Visitor }
  | { fault: LineFault };

/** Bytes of a frame that brings no text. */
const maxBytes = 64 * 1024;

/** Rooms that one line may ask for, and frames that may wait while it is decided who enters. */
const maxChannels = 40;
const maxWaiting = 32;

const dropped: Verdict = { drop: true };

const parsed = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Judges every frame of one line before anything else sees it: only what its rooms are for goes on.
 * Hocuspocus itself would pass on broadcasts and awareness in anybody's name, and would keep what it
 * cannot place.
 */
export class LineGuard {
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly waiting = new Map<string, number>();
  private readonly pace: TokenBucket;

  constructor(now: number) {
    this.pace = new TokenBucket(60, 400, now);
  }

  /** From now on the line is in this room. */
  enter(name: string, channel: LiveChannel, visitor: Visitor): void {
    this.subscriptions.set(name, { channel, visitor, clients: new Set() });
  }

  /** The line is no longer in the room. */
  leave(name: string): void {
    this.subscriptions.delete(name);
    this.waiting.delete(name);
  }

  judge(data: Uint8Array, now: number): Verdict {
    if (!this.pace.take(now)) return { fault: lineFaults.tooMany };
    const frame = readFrame(data);
    if (frame === null) return { fault: lineFaults.garbage };
    const channel = channelOf(frame.channel);
    if (channel === null) return { fault: lineFaults.noChannel };
    const subscription = this.subscriptions.get(frame.channel);
    if (data.byteLength > maxBytes && (subscription === undefined || !isTextChannel(channel)))
      return { fault: lineFaults.tooLarge };
    return subscription === undefined
      ? this.beforeAdmission(frame, data)
      : this.inside(subscription, frame, data);
  }

  private beforeAdmission(frame: WireFrame, data: Uint8Array): Verdict {
    const count = (this.waiting.get(frame.channel) ?? 0) + 1;
    if (count === 1 && frame.kind !== frameKinds.auth) return { fault: lineFaults.unknown };
    this.waiting.set(frame.channel, count);
    if (count > maxWaiting || this.waiting.size > maxChannels) return { fault: lineFaults.tooMany };
    // While it is decided who enters, only questions and the news of oneself may wait.
    if (frame.kind === frameKinds.auth)
      return count === 1 ? { pass: data } : { fault: lineFaults.again };
    if (frame.kind === frameKinds.sync)
      return syncOf(frame) === 'question' ? { pass: data } : { fault: lineFaults.unknown };
    return dropped;
  }

  private inside(subscription: Subscription, frame: WireFrame, data: Uint8Array): Verdict {
    switch (frame.kind) {
      case frameKinds.sync:
        return this.sync(subscription, frame, data);
      case frameKinds.awareness: {
        if (!isTextChannel(subscription.channel)) return dropped;
        const own = ownAwareness(frame, subscription.visitor.viewer.userId, subscription.clients);
        if (own === 'garbage') return { fault: lineFaults.garbage };
        return own === null ? dropped : { pass: own };
      }
      case frameKinds.queryAwareness:
        return isTextChannel(subscription.channel) ? { pass: data } : dropped;
      case frameKinds.stateless: {
        if (subscription.channel.kind !== 'own') return { fault: lineFaults.notAccepted };
        const message = pageMessage.safeParse(parsed(payloadOf(frame)));
        if (!message.success) return { fault: lineFaults.notAccepted };
        return {
          message: message.data,
          channel: subscription.channel,
          visitor: subscription.visitor,
        };
      }
      case frameKinds.close:
        return { pass: data };
      // Who is in already need not show who they are again.
      case frameKinds.auth:
        return dropped;
      default:
        return { fault: lineFaults.garbage };
    }
  }

  private sync({ channel, visitor }: Subscription, frame: WireFrame, data: Uint8Array): Verdict {
    const brings = syncOf(frame);
    if (brings === 'garbage') return { fault: lineFaults.garbage };
    if (brings !== 'text') return { pass: data };
    if (!isTextChannel(channel)) return { fault: lineFaults.noText };
    return reaches(visitor.viewer, 'write') ? { pass: data } : { fault: lineFaults.readsOnly };
  }
}
