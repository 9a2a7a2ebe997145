def visions(scene):
    scene.hands.look("visions")
