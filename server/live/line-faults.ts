/** Why a line, or somebody's stay in a room, ends: a WebSocket close code of ours and a sentence. */
export type LineFault = { code: number; reason: string };

/** Everything that ends a line; browsers show the sentence to nobody, logs and scripts do. */
export const lineFaults = {
  garbage: { code: 4400, reason: 'A frame could not be read. Nothing was changed.' },
  unknown: { code: 4401, reason: 'We do not know who you are. Sign in, or send a valid token.' },
  ended: { code: 4401, reason: 'Your session or token has ended. Sign in again.' },
  forbidden: { code: 4403, reason: 'You may not be here any more.' },
  readsOnly: { code: 4403, reason: 'You may only read here. Nothing was changed.' },
  noText: { code: 4403, reason: 'No text can be written in this room. Nothing was changed.' },
  notAccepted: { code: 4403, reason: 'What you said cannot be said in this room.' },
  noChannel: { code: 4404, reason: 'There is no such room.' },
  idle: { code: 4408, reason: 'Nothing was asked for. Please come again.' },
  again: { code: 4409, reason: 'This room was asked for before. Please ask on a new line.' },
  tooLarge: { code: 4413, reason: 'A frame was too large. Nothing was changed.' },
  tooMany: { code: 4429, reason: 'Too many messages at once. Please come again later.' },
  tooManyLines: { code: 4429, reason: 'You have too many lines open. Close some first.' },
  unsure: {
    code: 1013,
    reason: 'We could not look up whether you may come in. Please come again.',
  },
  tooManyUnknown: {
    code: 4429,
    reason:
      'Too many lines from this address have not said whose they are. Please come again later.',
  },
  unnamed: { code: 4408, reason: 'You did not say who you are in time. Please come again.' },
  stopping: { code: 1012, reason: 'The server is restarting. Please come again.' },
} as const satisfies Record<string, LineFault>;
