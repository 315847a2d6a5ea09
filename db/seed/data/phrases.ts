export const motifsAnnulation = {
  client: [
    "Hospitalisation du client",
    "Client absent, en famille",
    "Rendez-vous médical au même moment",
    "Annulée par le client par téléphone",
  ],
  agence: ["Intervenant malade, pas de remplaçant", "Grève des transports", "Alerte météo"],
};

export const instructions = [
  "Commencer par la cuisine et la salle de bains.",
  "Vitres du salon si le temps le permet.",
  "Liste de courses sur le réfrigérateur.",
  "Prévoir dix minutes pour les clés.",
  "Penser à sortir les poubelles jaunes.",
  "Repas léger, sans sel.",
];

export const notesIntervenant = [
  "Tout s'est bien passé.",
  "Plus de produit pour les vitres, à racheter.",
  "Madame fatiguée aujourd'hui, bon moral.",
  "Un carreau fêlé dans l'entrée, signalé au client.",
  "Repas pris en entier.",
  "Parti avec dix minutes de retard, bus en panne.",
];

export const avisParNote: Record<number, readonly string[]> = {
  5: [
    "Très satisfaite, la maison est impeccable.",
    "Ponctuelle, souriante et soigneuse. Merci !",
    "Ma mère attend chaque visite avec joie.",
    "Travail parfait, je recommande.",
    "Excellent service, very kind and careful.",
    "خدمة ممتازة، شكرا جزيلا.",
    "Tanemmirt, axeddim yelha aṭas.",
  ],
  4: [
    "Bon travail, petit retard prévenu par téléphone.",
    "Très bien dans l'ensemble.",
    "Repas délicieux, cuisine laissée propre.",
    "Sérieux et discret.",
  ],
  3: ["Correct, mais la salle de bains a été oubliée.", "Intervenant différent de d'habitude, un peu perdu."],
  2: ["Arrivée avec 25 minutes de retard, sans prévenir."],
  1: ["Personne n'est venu la première fois, il a fallu rappeler l'agence."],
};

export const reponsesAvis = [
  "Merci pour votre confiance, nous transmettons à l'équipe.",
  "Merci ! À bientôt.",
  "Nous sommes désolés, votre responsable de secteur vous rappelle.",
];
