import { reaches } from '@/lib/access/viewer';
import type { Visitor } from '@/lib/access/visitor';
import type { PageMessage } from '@/lib/annotation/live-message';
import { pageMessage } from '@/lib/annotation/live-message';
import type { LiveChannel } from '@/lib/live/live-channel';
import { channelOf, isTextChannel } from '@/lib/live/live-channel';
import type { LineFault } from './line-door';
import { lineFaults } from './line-door';
import { TokenBucket } from './line-limits';
import type { WireFrame } from './wire-frame';
import { frameKinds, ownAwareness, payloadOf, readFrame, syncOf } from './wire-frame';

/** A channel of this connection. `clients` are the Yjs client ids that it uses there. */
type Subscription = { channel: LiveChannel; visitor: Visitor; clients: Set<number> };

/** The verdict on a frame: pass it on (as it is or trimmed), drop it, a message of the page, or a fault. */
export type Verdict =
  | { pass: Uint8Array }
  | { drop: true }
  | { message: PageMessage; channel: Extract<LiveChannel, { kind: 'own' }>; visitor: Visitor }
  | { fault: LineFault };

/** The maximum size of a frame outside of text channels, in bytes. */
const maxBytes = 64 * 1024;

/** How many channels may wait for admission on one connection, and how many frames for each. */
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
 * Checks every frame of one connection before Hocuspocus sees it, and passes on only what its channels
 * are for. Hocuspocus itself would pass on broadcasts and awareness in anybody's name, and would queue
 * frames of unknown channels.
 */
export class LineGuard {
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly waiting = new Map<string, number>();
  private readonly pace: TokenBucket;

  constructor(now: number) {
    this.pace = new TokenBucket(60, 400, now);
  }

  /** The connection was admitted to this channel. */
  enter(name: string, channel: LiveChannel, visitor: Visitor): void {
    this.subscriptions.set(name, { channel, visitor, clients: new Set() });
  }

  /** The connection has left this channel. */
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
    // Before admission only the authentication and sync requests may wait.
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
      // Authentication after admission is ignored.
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
