/**
 * Words that guessers try first, in the languages of our people, plus words of this product. Written for this file;
 * folded (no accents, lower case, digits that stand for letters already turned back).
 */
export const guessableWords: readonly string[] = [
  ..."motdepasse motsdepasse monmotdepasse passe secret azerty qwerty qwertz bonjour bonsoir coucou salut merci".split(
    " ",
  ),
  ..."soleil doudou loulou chouchou jetaime amour coeur maman papa famille maison jardin chocolat nicolas".split(
    " ",
  ),
  ..."marseille paris lyon france algerie maroc tunisie kabylie casablanca alger oran tizi ouzou".split(" "),
  ..."password passwort parola passcode passphrase welcome letmein hello iloveyou love lover princess".split(
    " ",
  ),
  ..."dragon monkey sunshine football baseball superman batman pokemon starwars master shadow".split(" "),
  ..."access login default changeme change test tester testing temp temporary guest root user username".split(
    " ",
  ),
  ..."admin administrator administrateur gestionnaire intervenant client auditeur utilisateur compte".split(
    " ",
  ),
  ..."dihya demo service services personne domicile menage prestation agence bienvenue connexion".split(" "),
  ..."hamid mohamed ahmed fatima karim nadia yasmine inchallah bismillah habibi marhaba salam azul".split(
    " ",
  ),
  ..."janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(" "),
  ..."january february march april may june july august september october november december".split(" "),
  ..."lundi mardi mercredi jeudi vendredi samedi dimanche printemps ete automne hiver".split(" "),
  ..."monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter".split(" "),
];

/** Rows of keys and the alphabets: any run of four of these, either way, is one gesture. */
export const runs: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "1a2z3e4r5t6y7u8i9o0p",
];
