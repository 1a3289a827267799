import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PageAccess } from './use-page-access';

/** Says plainly that nothing can be written here any more, and why. */
export function AccessAlert({ access, path }: { access: PageAccess; path: string }) {
  if (access === 'open') return null;
  return (
    <Alert role="alert" color="yellow" mt="md" icon={<IconAlertTriangle aria-hidden />}>
      {access === 'gone' ? (
        <>
          This article was archived, or is no longer open to you: nothing can be written in it now.
          What you saved is kept. What you had not saved stays here, to be copied.
        </>
      ) : (
        <>
          You are signed out. What you had not saved is kept in this browser.{' '}
          <Anchor href={`/sign-in?next=${encodeURIComponent(path)}`} size="sm">
            Sign in again
          </Anchor>
        </>
      )}
    </Alert>
  );
}
