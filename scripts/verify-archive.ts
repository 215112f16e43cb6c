import { createReadStream } from 'node:fs';
import { BrokenArchive, linesOfFile, verifyFile } from '@/lib/trail-archives/checks';
import { fingerprintOf } from '@/lib/trail-archives/rule';

// Proves archives of an audit trail from their files alone: no database, no secret. Prints what each one is, with the fingerprint of the
// key that sealed it, and ends with exit code 1 where one is not as it was sealed.
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: npm run verify-archive -- <file> …');
  process.exitCode = 2;
}
for (const file of files) {
  try {
    const { manifest, publicKey } = await verifyFile(linesOfFile(createReadStream(file)));
    const { number, tenant, lines, firstPosition, lastPosition, firstAt, lastAt } = manifest;
    const fingerprint = fingerprintOf(publicKey);
    console.log(
      `${file}: archive ${number} of ${tenant} holds: ${lines} entries in links ${firstPosition} to ${lastPosition}, ${firstAt} to ${lastAt}.`,
    );
    console.log(`Sealed with the key ${publicKey.toString('base64')} (SHA-256 ${fingerprint}).`);
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof BrokenArchive)) throw error;
    const line = error.found && 'entryId' in error.found ? `: entry ${error.found.entryId} was changed or removed` : '';
    console.log(`${file}: not as it was sealed${line}.`);
  }
}
