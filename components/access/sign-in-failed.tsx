import { Alert } from '@mantine/core';
import type { SignInMessage } from './sign-in-message';

/** Says why the last try at another site did not end here signed in. */
export function SignInFailed({ message }: { message: SignInMessage }) {
  return (
    <Alert role="alert" color="red" title={message.title}>
      {message.detail}
    </Alert>
  );
}
