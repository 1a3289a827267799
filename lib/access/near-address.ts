const leastPiece = 3;
/** So many letters beside pieces of the address, and a password is no longer near it. */
const enoughLetters = 4;

const squashed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether a password is an e-mail address, or pieces of it (what stands before the @, the words of it,
 * the host) with hardly anything but digits and signs added.
 */
export function isNearAddress(password: string, email: string): boolean {
  const [local = '', host = ''] = email.toLowerCase().split('@');
  const words = [...local.split(/[^\p{L}\p{N}]+/u), ...host.split('.')];
  const pieces = [email, local, host, ...words]
    .map(squashed)
    .filter((piece) => piece.length >= leastPiece && !/^\d+$/.test(piece))
    .sort((one, other) => other.length - one.length);
  const whole = squashed(password);
  let left = whole;
  for (const piece of pieces) left = left.replaceAll(piece, '');
  return left !== whole && left.replace(/\p{N}/gu, '').length < enoughLetters;
}
