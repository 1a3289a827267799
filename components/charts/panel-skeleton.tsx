import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

/** The shape of the panel while the first answer is on its way. */
export function PanelSkeleton() {
  return (
    <Stack gap="xl" aria-busy="true">
      <VisuallyHidden>The figures are on their way.</VisuallyHidden>
      {[0, 1, 2, 3].map((index) => (
        <Stack key={index} gap="xs">
          <Skeleton height={18} width="30%" />
          <Skeleton height={12} width="75%" />
          <Skeleton height={40} mt="xs" />
        </Stack>
      ))}
    </Stack>
  );
}
