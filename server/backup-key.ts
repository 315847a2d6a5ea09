/** What seals and opens backups, from DIHYA_BACKUP_KEY. Throws when it is missing or too short. */
export function backupKey(): Buffer {
  const key = Buffer.from(process.env.DIHYA_BACKUP_KEY ?? "", "base64url");
  if (key.length < 32) throw new Error("DIHYA_BACKUP_KEY is not set: 32 bytes, base64url");
  return key;
}
