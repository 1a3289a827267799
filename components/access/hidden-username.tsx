/** Tells password managers whose password a form is about. */
export function HiddenUsername({ email }: { email: string }) {
  return (
    <input hidden type="text" name="username" autoComplete="username" value={email} readOnly />
  );
}
