/** What a secret looks like wherever it stands, and what is left of it. */
const secrets: [RegExp, string][] = [
  // Personal access tokens.
  [/plx_[\w-]+/g, 'plx_[redacted]'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [redacted]'],
  // Links that let somebody in: whoever has the path has the right.
  [/(\/(?:invitations|welcome|reset)\/)[\w-]{16,}/g, '$1[redacted]'],
  // Sessions, and what identity providers send.
  [/\beyJ[\w-]{8,}\.[\w.-]*/g, '[redacted]'],
  [/\$argon2\w*\$[^\s"'\\]+/g, '[redacted]'],
  // Passwords in addresses, such as DATABASE_URL.
  [/(\b[a-z][\w+.-]*:\/\/[^\s:/@"']*:)[^\s/@"']+@/gi, '$1[redacted]@'],
  // Whatever else has the 43 characters of 256 random bits in Base64, as all our secrets do.
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{43}(?![\w-])/g, '[redacted]'],
];

/** A text without the secrets in it, known by what they look like: for what errors and packages may say. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((rest, [pattern, left]) => rest.replace(pattern, left), text);
}
