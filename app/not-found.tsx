import { DeadEnd } from '@/components/ui/page';
import { LeftBehind } from '@/components/annotate/left-behind';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <>
      <DeadEnd title="Not found">
        The address may be mistyped, what it led to may have been archived, or you may not have
        access. Check the link with whoever sent it, and that you are signed in as the right person.
      </DeadEnd>
      <LeftBehind />
    </>
  );
}
