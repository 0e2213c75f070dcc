/** Pieces of which most guessed long passwords are made; one that is hardly more than these is refused. */
export const commonPasswords: readonly string[] = [
  'correcthorsebatterystaple', 'passwordpassword', 'motdepassemotdepasse', 'commontable', 'welcomewelcome', 'administrator', 'administration', 'administrateur',
  'qwertyuiopasdfghjklzxcvbnm', 'azertyuiopqsdfghjklmwxcvbn', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm', 'zxcvbnm', 'wxcvbn', '1qaz2wsx3edc', 'qwerty', 'azerty',
  '12345678901234567890', '1234567890', '0123456789', '987654321', '123456789', '12345678', '1234567', '123456', '12345', '1234', '123123', '111111', '000000',
  'motdepasse', 'password', 'passw0rd', 'p4ssword', 'letmein', 'welcome', 'bienvenue', 'bonjour', 'sunshine', 'princess', 'football', 'baseball', 'superman', 'batman', 'dragon', 'monkey', 'shadow', 'master', 'hockey',
  'iloveyou', 'jetaime', 'ontario', 'canada', 'toronto', 'quebec', 'montreal', 'summer', 'winter', 'spring', 'autumn', 'janvier', 'january', 'changeme', 'secret', 'admin', 'login', 'user', 'test', 'demo', 'abc',
  '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026',
];
