import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { saveFile } from '@/components/ui/save-file';
import type { CsvRecord } from './csv-text';
import { csvText } from './csv-text';

/** Saves the rows of a table, all of them and with all their decimals, as CSV. */
export function SavedRows({
  name,
  file,
  records,
}: {
  /** What the table is of. */
  name: string;
  file: string;
  records: () => CsvRecord[];
}) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={15} aria-hidden />}
      aria-label={`${name}: save as CSV`}
      onClick={() =>
        saveFile(`${file}.csv`, new Blob([csvText(records())], { type: 'text/csv;charset=utf-8' }))
      }
    >
      CSV
    </Button>
  );
}
