import type { Configuration } from '@hocuspocus/server';
import type { Guest } from '@/app/_gate/guest';
import { guestOfToken } from '@/app/_gate/guest';
import { credentialKey } from '@/lib/access/credential';
import type { LiveRoom } from '@/lib/access/live-room';
import { isTextRoom, roomOf } from '@/lib/access/live-room';
import { stillKnown } from '@/lib/access/still-known';
import { reaches } from '@/lib/access/viewer';
import { admitToRooms } from '@/lib/annotation/admit-to-rooms';
import { Refusal } from '@/lib/refusal';
import type { GuestList, Stay } from './guest-list';
import type { Line } from './line';
import { lineFaults } from './line-faults';
import { textRooms } from './text-rooms';

type Admitted = { guest: Guest; room: LiveRoom; projectId: string; mark: string };

/** What Hocuspocus carries along for a line in a room. */
type Context = { line: Line; admitted?: Admitted };

/** Refuses in words that the page is told; Hocuspocus logs errors that have a message. */
class Denied extends Error {
  constructor(readonly reason: string) {
    super('');
  }
}

async function admit(line: Line, token: string, room: LiveRoom | null): Promise<Admitted> {
  const guest = token.startsWith('plx_') ? await guestOfToken(token) : line.guest;
  if (guest === null) throw new Denied('unknown');
  // The line may have been opened long ago.
  const known = await stillKnown([guest.credential]);
  if (!known.has(credentialKey(guest.credential))) {
    if (guest === line.guest) line.end(lineFaults.ended);
    throw new Denied('unknown');
  }
  if (!line.identify(guest.viewer.userId)) throw new Denied('too-many');
  if (room === null || !reaches(guest.viewer, 'read')) throw new Denied('absent');
  if (isTextRoom(room)) {
    const projectId = await textRooms.enter(guest.viewer, room).catch((thrown: unknown) => {
      throw thrown instanceof Refusal ? new Denied(thrown.reason) : thrown;
    });
    return { guest, room, projectId, mark: '' };
  }
  const [admission] = await admitToRooms([{ userId: guest.viewer.userId, room }]);
  // A room that one may not be in sounds like one that is not there.
  if (admission?.admitted !== true) throw new Denied('absent');
  return { guest, room, projectId: admission.projectId, mark: admission.mark };
}

/** How Hocuspocus asks who may enter a room, and tells who came and left. */
export function roomHooks(
  guests: GuestList,
  { onCome, onLeave }: { onCome: (stay: Stay) => void; onLeave: (stay: Stay) => void },
): Partial<Configuration> {
  return {
    async onAuthenticate({ context, token, documentName, connectionConfig }) {
      const { line } = context as Context;
      const room = roomOf(documentName);
      const admitted = await admit(line, token, room).catch((thrown: unknown) => {
        // Pages take “denied” for an answer; while the database is away there is none.
        if (!(thrown instanceof Denied)) line.end(lineFaults.unsure);
        throw thrown;
      });
      if (line.readyState !== 1) throw new Denied('gone');
      connectionConfig.readOnly =
        !isTextRoom(admitted.room) || !reaches(admitted.guest.viewer, 'write');
      line.guard.enter(documentName, admitted.room, admitted.guest);
      return { admitted };
    },
    async connected({ context, connection }) {
      const { line, admitted } = context as Context;
      if (admitted === undefined) return;
      const stay: Stay = { line, connection, ...admitted };
      // It may have left again while the room was made ready.
      if (!connection.document.hasConnection(stay.connection)) return;
      guests.add(stay);
      onCome(stay);
    },
    async onDisconnect({ context, documentName }) {
      const { line } = context as Context;
      line.guard.leave(documentName);
      const stay = guests.remove(line, documentName);
      if (stay !== null) onLeave(stay);
    },
  };
}
