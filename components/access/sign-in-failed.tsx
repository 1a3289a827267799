import { Alert } from '@mantine/core';
import type { SignInWords } from './sign-in-words';

/** Says why the last try at another site did not end here signed in. */
export function SignInFailed({ words }: { words: SignInWords }) {
  return (
    <Alert role="alert" color="red" title={words.title}>
      {words.detail}
    </Alert>
  );
}
