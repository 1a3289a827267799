import { IncomingMessage } from 'node:http';
import { linePath } from '@/server/live/line-door';

const offered = Symbol('offered');

/**
 * A request that Node takes for an upgrade only where it asks for our line. Any other that offers
 * one, such as Java’s, which asks for h2c with every first request, is answered as if it had not: with
 * a listener for upgrades Node would cut it off, its body unread.
 */
export class LineRequest extends IncomingMessage {
  private [offered]?: boolean;

  get upgrade(): boolean {
    const path = this.url?.split('?')[0];
    return (
      this[offered] === true && path === linePath && /^websocket$/i.test(this.headers.upgrade ?? '')
    );
  }

  set upgrade(isOffered: boolean) {
    this[offered] = isOffered;
  }
}
