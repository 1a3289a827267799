import { LeftBehind } from '@/components/annotate/left-behind';
import { DeadEnd } from '@/components/ui/dead-end';

export const metadata = { title: 'Not here' };

export default function NotFound() {
  return (
    <>
      <DeadEnd title="There is nothing here for you">
        The address may be mistyped, what it led to may have been put away, or it is not open to
        you. Ask whoever gave you the link, and check that you are signed in as the right person.
      </DeadEnd>
      <LeftBehind />
    </>
  );
}
