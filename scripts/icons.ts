// npm run icons: writes the sprite of the icons in components/ui/icon-names.ts from Lucide's drawings.
import { writeFile } from 'node:fs/promises';
import { iconNames } from '@/components/ui/icon-names';
import { spriteOf } from '@/scripts/launch/sprite';

await writeFile('components/ui/icons.svg', await spriteOf(iconNames));
