/** Real streets, with the point around which a house number falls: street, postal code, town, latitude, longitude. */
export type Lieu = readonly [
  voie: string,
  codePostal: string,
  commune: string,
  latitude: number,
  longitude: number,
];

const paris: readonly Lieu[] = [
  ["rue Oberkampf", "75011", "Paris", 48.865, 2.377],
  ["boulevard Voltaire", "75011", "Paris", 48.8575, 2.3795],
  ["rue de Charonne", "75011", "Paris", 48.8552, 2.3846],
  ["rue de Charenton", "75012", "Paris", 48.844, 2.387],
  ["avenue Daumesnil", "75012", "Paris", 48.841, 2.393],
  ["rue de Tolbiac", "75013", "Paris", 48.8262, 2.362],
  ["avenue des Gobelins", "75013", "Paris", 48.835, 2.3525],
  ["rue Daguerre", "75014", "Paris", 48.834, 2.328],
  ["rue d'Alésia", "75014", "Paris", 48.8275, 2.325],
  ["rue de Vaugirard", "75015", "Paris", 48.8405, 2.301],
  ["rue Lecourbe", "75015", "Paris", 48.843, 2.306],
  ["rue de Passy", "75016", "Paris", 48.8577, 2.279],
  ["rue des Batignolles", "75017", "Paris", 48.885, 2.321],
  ["avenue de Clichy", "75017", "Paris", 48.8895, 2.318],
  ["rue Ordener", "75018", "Paris", 48.892, 2.347],
  ["rue Lamarck", "75018", "Paris", 48.8885, 2.337],
  ["rue de Crimée", "75019", "Paris", 48.885, 2.384],
  ["avenue Jean-Jaurès", "75019", "Paris", 48.886, 2.383],
  ["rue de Ménilmontant", "75020", "Paris", 48.868, 2.39],
  ["rue des Pyrénées", "75020", "Paris", 48.864, 2.399],
  ["rue du Faubourg-Saint-Denis", "75010", "Paris", 48.872, 2.355],
  ["rue des Martyrs", "75009", "Paris", 48.879, 2.34],
  ["rue Monge", "75005", "Paris", 48.844, 2.352],
  ["rue de Rennes", "75006", "Paris", 48.85, 2.33],
  ["rue de Bretagne", "75003", "Paris", 48.863, 2.361],
  ["rue Saint-Antoine", "75004", "Paris", 48.8545, 2.364],
  ["rue de Paris", "93100", "Montreuil", 48.857, 2.43],
  ["rue de Fontenay", "94300", "Vincennes", 48.847, 2.439],
  ["avenue de la République", "92120", "Montrouge", 48.817, 2.319],
  ["route de la Reine", "92100", "Boulogne-Billancourt", 48.837, 2.242],
];

const lyon: readonly Lieu[] = [
  ["montée de la Grande-Côte", "69001", "Lyon", 45.771, 4.832],
  ["rue Victor-Hugo", "69002", "Lyon", 45.754, 4.828],
  ["cours Lafayette", "69003", "Lyon", 45.764, 4.852],
  ["avenue Félix-Faure", "69003", "Lyon", 45.752, 4.862],
  ["rue Paul-Bert", "69003", "Lyon", 45.757, 4.856],
  ["Grande-Rue de la Croix-Rousse", "69004", "Lyon", 45.778, 4.83],
  ["rue de Trion", "69005", "Lyon", 45.757, 4.813],
  ["cours Vitton", "69006", "Lyon", 45.769, 4.856],
  ["rue Tronchet", "69006", "Lyon", 45.77, 4.85],
  ["avenue Jean-Jaurès", "69007", "Lyon", 45.745, 4.842],
  ["Grande-Rue de la Guillotière", "69007", "Lyon", 45.753, 4.848],
  ["avenue des Frères-Lumière", "69008", "Lyon", 45.744, 4.871],
  ["rue Marietton", "69009", "Lyon", 45.772, 4.805],
  ["cours Émile-Zola", "69100", "Villeurbanne", 45.769, 4.88],
  ["rue Anatole-France", "69100", "Villeurbanne", 45.77, 4.874],
  ["rue Jean-Moulin", "69300", "Caluire-et-Cuire", 45.796, 4.847],
  ["avenue Franklin-Roosevelt", "69500", "Bron", 45.737, 4.911],
];

const tizi: readonly Lieu[] = [
  ["boulevard Stiti-Ali", "15000", "Tizi Ouzou", 36.7135, 4.0476],
  ["rue Abane-Ramdane", "15000", "Tizi Ouzou", 36.7125, 4.0455],
  ["boulevard Krim-Belkacem", "15000", "Tizi Ouzou", 36.704, 4.056],
  ["cité des Genêts", "15000", "Tizi Ouzou", 36.707, 4.06],
  ["rue Lamali-Ahmed", "15000", "Tizi Ouzou", 36.7148, 4.0432],
  ["rue Colonel-Amirouche", "15100", "Draâ Ben Khedda", 36.734, 3.956],
  ["cité du 5-Juillet", "15100", "Draâ Ben Khedda", 36.7362, 3.9601],
  ["rue Abane-Ramdane", "15200", "Larbaâ Nath Irathen", 36.6367, 4.2067],
  ["rue du 1er-Novembre", "15300", "Azazga", 36.7447, 4.3722],
  ["rue Ahmed-Zaïdat", "15300", "Azazga", 36.7462, 4.37],
  ["rue Ali-Mellah", "15400", "Draâ El Mizan", 36.536, 3.834],
];

export const lieux: Record<number, readonly Lieu[]> = { 1: paris, 2: lyon, 3: tizi };

export const complements = [
  "",
  "",
  "",
  "Bâtiment A",
  "Bâtiment B",
  "Escalier 2",
  "Résidence Les Tilleuls",
  "Appartement 12",
];

export const acces = {
  fr: [
    "Code 4B27, 3e étage gauche, ascenseur.",
    "Interphone au nom, 1er étage, sonner deux fois.",
    "Clé chez la gardienne, loge au fond de la cour.",
    "Portail vert, le chien est gentil.",
    "5e étage sans ascenseur, porte droite.",
    "Boîte à clés à droite de la porte, code donné par l'agence.",
    "Digicode 58A9, rez-de-chaussée sur cour.",
    "",
  ],
  dz: [
    "Maison au bout du chemin, à côté de l'école.",
    "Cité, bloc 7, 2e étage, porte gauche.",
    "Appeler en arrivant, le portail est fermé.",
    "Première maison après la mosquée, portail bleu.",
    "",
  ],
};
